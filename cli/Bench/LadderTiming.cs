using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>Time to one and the same loss, with one scale and with a ladder of scales.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels.</param>
/// <param name="Init">The image to start from.</param>
/// <param name="Ladder">The scales before the last.</param>
/// <param name="Loss">The loss: that of the single scale after all of its evaluations.</param>
/// <param name="SingleSeconds">Until the single scale first had it.</param>
/// <param name="LadderSeconds">Until the ladder's last scale first had it, all scales together; null when it never did.</param>
internal sealed record LadderTiming(
    NetworkName Network, int ImageSize, InitMode Init, string Ladder, double Loss, double SingleSeconds, double? LadderSeconds)
{
    public double? SpeedUp => SingleSeconds / LadderSeconds;
}
