using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>Medians of one evaluation.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels; the images are 4:3.</param>
/// <param name="PlainSeconds">The bare loop's, measured before the engine is opened: in a process as anyone else has it.</param>
/// <param name="BareSeconds">The bare loop's beside the engine, with what the engine sets for the whole process (its allocator).</param>
/// <param name="EvaluationSeconds">The engine's loss, gradient and record.</param>
/// <param name="StepSeconds">The same with the step of L-BFGS, 20 pairs.</param>
internal sealed record EvaluationTiming(NetworkName Network, int ImageSize, double PlainSeconds, double BareSeconds, double EvaluationSeconds, double StepSeconds)
{
    public double EvaluationRatio => EvaluationSeconds / PlainSeconds;

    public double StepRatio => StepSeconds / PlainSeconds;

    /// <summary>The evaluation's against the bare loop that has the engine's allocator too: what is left is layout, losses and records.</summary>
    public double RatioBeside => EvaluationSeconds / BareSeconds;
}
