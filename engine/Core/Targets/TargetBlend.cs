using static TorchSharp.torch;

namespace NeuralStyle.Engine.Targets;

/// <summary>
/// Several styles in one target: the sum of their Gram matrices per position, or of their means and second raw moments, times their
/// shares (crowsonkb's style-transfer-pytorch). Departs from neural-style, which sums the losses of several styles: that has its
/// minimum at the same mean Gram matrix, and a loss above 0 there.
/// </summary>
internal static class TargetBlend
{
    /// <summary>The blend; of one target with a share of 1 that target itself.</summary>
    /// <param name="targets">Targets of one layer and one kind.</param>
    /// <param name="shares">One a target.</param>
    public static Target Of(IReadOnlyList<Target> targets, IReadOnlyList<double> shares)
    {
        if (targets.Count == 1 && shares[0] == 1)
            return targets[0];

        return new Target(
            Sum(targets.Select(target => target.Values)),
            targets[0].Mean is null ? null : Sum(targets.Select(target => target.Mean!)));

        Tensor Sum(IEnumerable<Tensor> parts) => parts.Zip(shares, (part, share) => part * share).Aggregate((sum, part) => sum.add_(part));
    }
}
