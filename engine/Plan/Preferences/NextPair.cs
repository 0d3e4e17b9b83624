namespace NeuralStyle.Plan.Preferences;

/// <summary>Two trials to compare next.</summary>
/// <param name="A">One trial.</param>
/// <param name="B">The other trial.</param>
/// <param name="Gain">
/// What the vote is expected to tell: p (1 - p) v, with p the probability that A is preferred and v the variance of the difference of their
/// strengths. It is large where the strengths are close and little is known of them.
/// </param>
public sealed record NextPair(string A, string B, double Gain)
{
    // Gains that differ by rounding alone are equal; then the order of the sweep decides.
    private const double Hair = 1e-9;

    /// <summary>
    /// The pair with the largest gain; of equals, the first in the order of the trials. One of the two is of the group with the most votes,
    /// where there is one, so that all trials come to be compared with each other. A trial without votes has strength 0 and the prior's
    /// variance, 4 / ties; strengths of trials that no votes connect vary independently.
    /// </summary>
    /// <param name="trialIds">All trials, in order.</param>
    /// <param name="fits">The fits of the connected groups.</param>
    /// <param name="priorTies">The prior.</param>
    internal static NextPair? Of(IReadOnlyList<string> trialIds, IReadOnlyList<BradleyTerryFit> fits, double priorTies)
    {
        var known = fits.SelectMany(fit => fit.Tally.TrialIds.Select((id, index) => (id, Fit: fit, Index: index))).ToDictionary(item => item.id);
        // Trials without votes are all alike: the first two of them stand for all.
        var candidates = trialIds.Where(known.ContainsKey).Concat(trialIds.Where(id => !known.ContainsKey(id)).Take(2)).ToHashSet(StringComparer.Ordinal);
        var ordered = trialIds.Where(candidates.Contains).ToList();
        var main = fits.MaxBy(fit => fit.Tally.Votes)?.Tally.TrialIds.ToHashSet(StringComparer.Ordinal);
        NextPair? best = null;
        for (var one = 0; one < ordered.Count; one++)
        {
            for (var other = one + 1; other < ordered.Count; other++)
            {
                if (main is not null && !main.Contains(ordered[one]) && !main.Contains(ordered[other]))
                    continue;
                var gain = Gain(ordered[one], ordered[other]);
                if (best is null || gain > best.Gain * (1 + Hair))
                    best = new NextPair(ordered[one], ordered[other], gain);
            }
        }

        return best;

        double Gain(string a, string b)
        {
            var (ofA, ofB) = (known.GetValueOrDefault(a), known.GetValueOrDefault(b));
            var (strengthA, varianceA) = Of(ofA.Fit, ofA.Index);
            var (strengthB, varianceB) = Of(ofB.Fit, ofB.Index);
            var together = ofA.Fit is not null && ofA.Fit == ofB.Fit ? ofA.Fit.Covariance[ofA.Index, ofB.Index] : 0;
            return BradleyTerry.Information(strengthA - strengthB) * (varianceA + varianceB - (2 * together));
        }

        (double Strength, double Variance) Of(BradleyTerryFit? fit, int index) =>
            fit is null ? (0, 4 / priorTies) : (fit.Strengths[index], fit.Covariance[index, index]);
    }
}
