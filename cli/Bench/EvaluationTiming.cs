using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>Medians of one evaluation.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels; the images are 4:3.</param>
/// <param name="BareSeconds">The bare loop's.</param>
/// <param name="EngineSeconds">The engine's, with losses, optimizer and record.</param>
internal sealed record EvaluationTiming(NetworkName Network, int ImageSize, double BareSeconds, double EngineSeconds)
{
    public double Ratio => EngineSeconds / BareSeconds;
}
