using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Optimization;

/// <summary>Parameters of L-BFGS.</summary>
public sealed record LbfgsOptions
{
    /// <summary>Most pairs that may be remembered.</summary>
    public const int MaxHistorySize = 500;

    /// <summary>Multiplier of the direction: the step itself when it is fixed, the first trial of a line search; above 0.
    /// Default 1, the length that the curvature asks for.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Pairs of differences remembered; 1 to <see cref="MaxHistorySize"/>. Each takes the memory of two images, and that of
    /// one pair more is always needed. Default 20.</summary>
    public int HistorySize { get; init; } = 20;

    /// <summary>How the length of a step is chosen. Default <see cref="LineSearchKind.Fixed"/>.</summary>
    public LineSearchKind LineSearch { get; init; } = LineSearchKind.Fixed;

    internal void Validate()
    {
        var problems = new List<string>();
        if (!(double.IsFinite(LearningRate) && LearningRate > 0))
            problems.Add(FormattableString.Invariant($"LearningRate is {LearningRate}; it must be above 0."));

        if (HistorySize is < 1 or > MaxHistorySize)
            problems.Add(FormattableString.Invariant($"HistorySize is {HistorySize}; it must be 1 to {MaxHistorySize}."));

        if (!Enum.IsDefined(LineSearch))
            problems.Add($"LineSearch is {LineSearch}; it must be one of {string.Join(", ", Enum.GetNames<LineSearchKind>())}.");

        if (problems.Count > 0)
            throw new ArgumentException("The options of L-BFGS are not usable. " + string.Join(" ", problems));
    }
}
