using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>Medians of one evaluation.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels; the images are 4:3.</param>
/// <param name="BareSeconds">The bare loop's.</param>
/// <param name="EvaluationSeconds">The engine's loss, gradient and record.</param>
/// <param name="StepSeconds">The same with the step of L-BFGS, 20 pairs.</param>
internal sealed record EvaluationTiming(NetworkName Network, int ImageSize, double BareSeconds, double EvaluationSeconds, double StepSeconds)
{
    public double EvaluationRatio => EvaluationSeconds / BareSeconds;

    public double StepRatio => StepSeconds / BareSeconds;
}
