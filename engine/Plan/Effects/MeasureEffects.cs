namespace NeuralStyle.Plan.Effects;

/// <summary>What the axes of a sweep do to one measure.</summary>
public sealed record MeasureEffects
{
    /// <summary>The measure, a proxy.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>Over all trials that have it, each counted once.</summary>
    public required MeanValue All { get; init; }

    /// <summary>One an axis with more than one value, in the plan's order.</summary>
    public required IReadOnlyList<AxisEffect> Axes { get; init; }

    /// <summary>Of each two axes, the largest first; none where they can't be told.</summary>
    public IReadOnlyList<InteractionEffect> Interactions { get; init; } = [];

    /// <summary>
    /// The part of the variance that is of no axis alone and of no two: interactions of three and more, or, in a grid with holes, what can't
    /// be told apart. Absent where the shares are.
    /// </summary>
    public double? Rest { get; init; }

    /// <summary>Whether every combination of the axes' values has the measure.</summary>
    public bool IsComplete { get; init; }

    /// <summary>What limits these numbers, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
