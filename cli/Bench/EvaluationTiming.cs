using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>What one evaluation takes: medians over rounds, of a round's median.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels; the images are 4:3.</param>
/// <param name="Rounds">The rounds, each with all four in turns.</param>
internal sealed record EvaluationTiming(NetworkName Network, int ImageSize, IReadOnlyList<EvaluationRound> Rounds)
{
    public double PlainSeconds => Median(round => round.Plain);

    public double BareSeconds => Median(round => round.Bare);

    public double EvaluationSeconds => Median(round => round.Evaluation);

    public double StepSeconds => Median(round => round.Step);

    /// <summary>The evaluation's against the plain loop's of the same round: what slows a whole round down cancels out.</summary>
    public double EvaluationRatio => Median(round => round.Evaluation / round.Plain);

    public double StepRatio => Median(round => round.Step / round.Plain);

    /// <summary>The evaluation's against the bare loop that has the engine's allocator too: what is left is layout, losses and records.</summary>
    public double RatioBeside => Median(round => round.Evaluation / round.Bare);

    private double Median(Func<EvaluationRound, double> value) => Rounds.Select(value).Order().ElementAt(Rounds.Count / 2);
}
