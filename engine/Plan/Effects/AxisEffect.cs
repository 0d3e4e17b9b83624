namespace NeuralStyle.Plan.Effects;

/// <summary>What an axis does to a measure.</summary>
public sealed record AxisEffect
{
    /// <summary>The axis.</summary>
    public required string Axis { get; init; }

    /// <summary>How its values lie on a plot.</summary>
    public required AxisSpacing Spacing { get; init; }

    /// <summary>The value that the others are compared with: the first that a trial with this measure has; absent where none has.</summary>
    public string? Reference { get; init; }

    /// <summary>One a value of the axis, in its order.</summary>
    public required IReadOnlyList<ValueEffect> Values { get; init; }

    /// <summary>Matched pairs with the reference, over all values.</summary>
    public int Pairs => Values.Sum(value => value.Difference?.Count ?? 0);

    /// <summary>
    /// How much the measure changes from the value that makes it least to the one that makes it most, over matched pairs; the reference
    /// counts as 0. Absent where there is no pair.
    /// </summary>
    public double? Range { get; init; }

    /// <summary>
    /// The part of the measure's variance over the grid that this axis alone accounts for, 0 to 1. In a complete grid it is eta squared,
    /// and all axes and interactions add up to 1. Where there are holes it is what the axis adds to all the others in an additive fit, so
    /// that what can't be told apart belongs to none. Absent where it can't be told; the measure's notes say why.
    /// </summary>
    public double? Share { get; init; }
}
