namespace NeuralStyle.Plan.Parameters;

/// <summary>Which parameters have a part in a trial, whatever their values: in mode reconstruction, the layers of the style have none.</summary>
public static class Influence
{
    private static readonly ParameterDefinition[] OfTheContentLoss =
    [
        ParameterCatalog.ContentLayers, ParameterCatalog.ContentLayerWeights, ParameterCatalog.ContentLoss,
        ParameterCatalog.ContentSchedule, ParameterCatalog.ContentMask,
    ];

    private static readonly ParameterDefinition[] OfTheStyleLoss =
    [
        ParameterCatalog.StyleLayers, ParameterCatalog.StyleLayerWeights, ParameterCatalog.StyleLoss,
        ParameterCatalog.StyleSchedule, ParameterCatalog.StyleMasks, ParameterCatalog.StyleScale,
    ];

    private static readonly ParameterDefinition[] OfTheTv = [ParameterCatalog.TvConvention, ParameterCatalog.TvSchedule];

    private static readonly ParameterDefinition[] OfLbfgs = [ParameterCatalog.LineSearch, ParameterCatalog.HistorySize];

    private static readonly InitMode[] Drawn = [InitMode.Noise, InitMode.NoiseNeuralStyle, InitMode.NoiseGordicaleksa];

    private static readonly ParameterDefinition[] OfAdam = [ParameterCatalog.Beta1, ParameterCatalog.Beta2, ParameterCatalog.Epsilon];

    /// <summary>
    /// Whether the outcome of a trial can depend on a parameter, the others being as they are, and as long as nothing goes wrong: where
    /// L-BFGS gives way to Adam, the event says so.
    /// </summary>
    public static bool Has(ParameterDefinition definition, TrialParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(parameters);
        if (definition == ParameterCatalog.ContentWeight)
            return parameters.ReadsContent;
        if (definition == ParameterCatalog.StyleWeight)
            return parameters.ReadsStyle;
        if (OfTheContentLoss.Contains(definition))
            return parameters.ActiveContentLayers.Count > 0;
        if (OfTheStyleLoss.Contains(definition))
            return parameters.ActiveStyleLayers.Count > 0;
        if (OfTheTv.Contains(definition))
            return parameters.TvWeight != 0;
        if (OfLbfgs.Contains(definition))
            return parameters.Optimizer == OptimizerKind.Lbfgs;
        if (OfAdam.Contains(definition))
            return parameters.Optimizer == OptimizerKind.Adam;
        return definition != ParameterCatalog.Seed || Drawn.Contains(parameters.Init);
    }
}
