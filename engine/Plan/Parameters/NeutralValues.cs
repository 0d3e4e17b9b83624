using System.Reflection;
using System.Runtime.CompilerServices;

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

    private static readonly HashSet<string> Required =
    [
        .. typeof(TrialParameters).GetProperties()
            .Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
            .Select(property => property.Name),
        // They follow the convention.
        nameof(TrialParameters.ContentLoss),
        nameof(TrialParameters.StyleLoss),
    ];

    /// <summary>The neutral value of a parameter; null when it has none.</summary>
    public static object? Of(ParameterDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Required.Contains(definition.Name, StringComparer.OrdinalIgnoreCase) ? null : definition.ValueOf(Nothing);
    }

    /// <summary>Whether a trial has a parameter at its neutral value.</summary>
    public static bool IsNeutral(ParameterDefinition definition, TrialParameters parameters) =>
        Of(definition) is { } neutral && neutral.Equals(definition.ValueOf(parameters));
}
