using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralStyle.Plan.Conventions;

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
    /// The parameters with neutral values in place of those that do nothing beside the others, e.g. an initImage where init is another:
    /// so that trials that differ in nothing else are one.
    /// </summary>
    public static TrialParameters WithoutIdle(TrialParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters with
        {
            InitImage = parameters.Init == InitMode.Image ? parameters.InitImage : Nothing.InitImage,
            InitTrial = parameters.Init == InitMode.Trial ? parameters.InitTrial : Nothing.InitTrial,
            TextureSize = parameters.Mode == TrialMode.Texture ? parameters.TextureSize : Nothing.TextureSize,
            ColorMask = parameters.Color is ColorMode.Luminance or ColorMode.Histogram ? parameters.ColorMask : Nothing.ColorMask,
            JpegQuality = parameters.OutputFormat == OutputFormat.Jpeg ? parameters.JpegQuality : Nothing.JpegQuality,
            StopWindow = parameters.StopBelow > 0 ? parameters.StopWindow : Nothing.StopWindow,
        };
    }

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
}
