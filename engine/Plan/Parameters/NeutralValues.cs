using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Parameters;

/// <summary>
/// The values with which a parameter changes nothing: those that <see cref="TrialParameters"/> has where nothing is said. A parameter
/// at its neutral value is left out of a trial's identity, so that adding such parameters keeps finished trials.
/// </summary>
public static class NeutralValues
{
    // Whatever is required has no neutral value; the others have theirs in the record's initializers, and nowhere else.
    private static readonly TrialParameters Nothing = new()
    {
        Network = default,
        ImageSize = 0,
        Iterations = 0,
        ContentLayers = [],
        StyleLayers = [],
        ContentWeight = 0,
        StyleWeight = 0,
        TvWeight = 0,
        Convention = default,
        TvConvention = default,
        Pooling = default,
        Init = default,
        Optimizer = default,
        LearningRate = 0,
        LineSearch = default,
        HistorySize = 0,
        Clamp = default,
        Seed = 0,
    };

    private static readonly string[] WithoutNeutral =
    [
        .. typeof(TrialParameters).GetProperties()
            .Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
            .Select(property => property.Name),
        // They follow the convention.
        nameof(TrialParameters.ContentLoss),
        nameof(TrialParameters.StyleLoss),
    ];

    private static readonly Dictionary<ParameterDefinition, object> Values = ParameterCatalog.All
        .Where(definition => !WithoutNeutral.Contains(definition.Name, StringComparer.OrdinalIgnoreCase))
        .ToDictionary(definition => definition, definition => definition.ValueOf(Nothing));

    private static readonly Dictionary<ParameterDefinition, object> Idle = new()
    {
        [ParameterCatalog.ContentWeight] = 0.0,
        [ParameterCatalog.StyleWeight] = 0.0,
        [ParameterCatalog.ContentLayers] = Layers("relu4_2"),
        [ParameterCatalog.StyleLayers] = Layers("relu1_1..relu5_1"),
        [ParameterCatalog.LineSearch] = LineSearchKind.Fixed,
        [ParameterCatalog.HistorySize] = 20L,
        [ParameterCatalog.Seed] = 0L,
    };

    /// <summary>The neutral value of a parameter; null when it has none.</summary>
    public static object? Of(ParameterDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Values.GetValueOrDefault(definition);
    }

    /// <summary>Whether a trial has a parameter at its neutral value.</summary>
    public static bool IsNeutral(ParameterDefinition definition, TrialParameters parameters) =>
        Of(definition) is { } neutral && neutral.Equals(definition.ValueOf(parameters));

    /// <summary>
    /// The parameters with one and the same value in place of those that do nothing beside the others, e.g. an initImage where init is
    /// another, or L-BFGS's history under Adam: so that trials that differ in nothing else are one.
    /// </summary>
    public static TrialParameters WithoutIdle(TrialParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters = parameters with
        {
            InitImage = parameters.Init == InitMode.Image ? parameters.InitImage : Nothing.InitImage,
            InitTrial = parameters.Init == InitMode.Trial ? parameters.InitTrial : Nothing.InitTrial,
            TextureSize = parameters.Mode == TrialMode.Texture ? parameters.TextureSize : Nothing.TextureSize,
            Blend = parameters.ReadsStyle ? parameters.Blend : Nothing.Blend,
            Color = parameters.Color == ColorMode.Coral && parameters.ActiveStyleLayers.Count == 0 ? Nothing.Color : parameters.Color,
            ColorMask = parameters.Color is ColorMode.Luminance or ColorMode.Histogram ? parameters.ColorMask : Nothing.ColorMask,
            JpegQuality = parameters.OutputFormat == OutputFormat.Jpeg ? parameters.JpegQuality : Nothing.JpegQuality,
            StopWindow = parameters.StopBelow > 0 ? parameters.StopWindow : Nothing.StopWindow,
            Scales = parameters.Scales.Below(parameters.ImageSize),
            ContentLayerWeights = Among(parameters.ContentLayers, parameters.ContentLayerWeights),
            StyleLayerWeights = Among(parameters.StyleLayers, parameters.StyleLayerWeights),
        };
        return ParameterCatalog.All.Where(definition => !Influence.Has(definition, parameters))
            .Aggregate(parameters, (so, definition) => definition.WithValue(so, IdleValueOf(definition, parameters)));
    }

    /// <summary>
    /// The value that stands for any where a parameter does nothing: its neutral one, the convention's own, or else that of the default
    /// preset and of most trials that there are.
    /// </summary>
    private static object IdleValueOf(ParameterDefinition definition, TrialParameters parameters)
    {
        if (Of(definition) is { } neutral)
            return neutral;
        var losses = ConventionLosses.Of(parameters.Convention);
        if (definition == ParameterCatalog.ContentLoss)
            return losses.Content;
        if (definition == ParameterCatalog.StyleLoss)
            return losses.Style;
        if (definition == ParameterCatalog.TvConvention)
            return losses.Tv;
        return Idle.TryGetValue(definition, out var value)
            ? value
            : throw new InvalidOperationException($"{definition} can be without influence, but has no value for that");
    }

    private static LayerWeights Among(LayerSet layers, LayerWeights weights) =>
        weights.All(weight => layers.Contains(weight.Layer)) ? weights : LayerWeights.Of(weights.Where(weight => layers.Contains(weight.Layer)));

    /// <summary>
    /// Whether a trial's value goes without saying: it is neutral, or it is the content or style loss that the trial's convention
    /// stands for. Such values are in no trial's identity, and in no caption or table unless another trial has another value.
    /// </summary>
    public static bool GoesWithoutSaying(ParameterDefinition definition, TrialParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(parameters);
        if (definition == ParameterCatalog.ContentLoss)
            return parameters.ContentLoss == ConventionLosses.Of(parameters.Convention).Content;
        if (definition == ParameterCatalog.StyleLoss)
            return parameters.StyleLoss == ConventionLosses.Of(parameters.Convention).Style;
        return IsNeutral(definition, parameters);
    }

    private static object Layers(string text) => ParameterCatalog.StyleLayers.Parse(text, [])!;
}
