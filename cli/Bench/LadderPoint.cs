namespace NeuralStyle.Cli.Bench;

/// <summary>Time to one and the same loss, with one scale and with a ladder of scales.</summary>
/// <param name="Evaluations">After so many the single scale had the loss.</param>
/// <param name="Loss">The lowest of the single scale until then.</param>
/// <param name="SingleSeconds">Until the single scale first had it.</param>
/// <param name="LadderSeconds">Until the ladder's last scale first had it, all scales together; null when it never did.</param>
internal sealed record LadderPoint(int Evaluations, double Loss, double SingleSeconds, double? LadderSeconds)
{
    public double? SpeedUp => SingleSeconds / LadderSeconds;
}
