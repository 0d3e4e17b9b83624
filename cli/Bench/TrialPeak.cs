using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>The memory that one trial added to a fresh process, and what was estimated before.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels; the images are 4:3.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="MeasuredBytes">Peak of the resident memory less what was resident before.</param>
/// <param name="EstimatedBytes">The estimate.</param>
internal sealed record TrialPeak(NetworkName Network, int ImageSize, OptimizerKind Optimizer, long MeasuredBytes, long EstimatedBytes)
{
    public double EstimateRatio => (double)EstimatedBytes / MeasuredBytes;
}
