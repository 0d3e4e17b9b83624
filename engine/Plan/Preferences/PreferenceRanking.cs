namespace NeuralStyle.Plan.Preferences;

/// <summary>
/// What votes say of the trials of a sweep. The model is Bradley and Terry's (1952): i is preferred to j with probability
/// exp(s_i) / (exp(s_i) + exp(s_j)); a tie is half a win of each. Strengths are the maximum of the posterior under a weak prior that counts as
/// <see cref="PriorTies"/> ties of each trial with an imagined trial of strength 0, so that a trial that was never beaten has a finite
/// strength; it is found by Hunter's MM algorithm (2004). Intervals are of the normal approximation: the inverse of the observed information,
/// prior included, with strengths that sum to 0 among the trials that can be compared.
/// </summary>
public sealed record PreferenceRanking
{
    /// <summary>The weight of the prior, in ties.</summary>
    public const double PriorTies = 1;

    /// <summary>
    /// The trials with votes: groups that votes connect, the one with the most votes first, each the strongest first. Strengths and ranks of
    /// different groups don't compare: nobody compared them.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<RankedTrial>> Groups { get; init; }

    /// <summary>The trials without votes, in the sweep's order.</summary>
    public required IReadOnlyList<string> Unranked { get; init; }

    /// <summary>The trials that votes name and the sweep doesn't have; their votes are left out.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Votes that count.</summary>
    public required int Votes { get; init; }

    /// <summary>The pair whose comparison would tell most; null where there are not two trials.</summary>
    public NextPair? Next { get; init; }

    /// <summary>The strongest trial of the group with the most votes; null without votes.</summary>
    public RankedTrial? Winner => Groups is [[var first, ..], ..] ? first : null;

    /// <summary>Ranks trials by votes.</summary>
    /// <param name="trialIds">The trials of the sweep, in its order; those that can't be looked at left out.</param>
    /// <param name="book">The votes.</param>
    public static PreferenceRanking Of(IReadOnlyList<string> trialIds, VoteBook book)
    {
        ArgumentNullException.ThrowIfNull(trialIds);
        ArgumentNullException.ThrowIfNull(book);
        var unknown = book.UnknownTrials(trialIds);
        var votes = book.Votes.Where(vote => !unknown.Contains(vote.A) && !unknown.Contains(vote.B)).ToList();
        var fits = VoteTally.Groups(trialIds, votes).Select(tally => BradleyTerry.Fit(tally, PriorTies)).ToList();
        return new PreferenceRanking
        {
            Groups = [.. fits.OrderByDescending(fit => fit.Tally.Votes).Select(Ranked)],
            Unranked = [.. trialIds.Except(votes.SelectMany(vote => (string[])[vote.A, vote.B]))],
            Unknown = unknown,
            Votes = votes.Count,
            Next = NextPair.Of(trialIds, fits, PriorTies),
        };
    }

    private static IReadOnlyList<RankedTrial> Ranked(BradleyTerryFit fit)
    {
        var order = Enumerable.Range(0, fit.Tally.TrialIds.Count).OrderByDescending(index => fit.Strengths[index]).ToList();
        var mean = fit.Strengths.Average();
        return
        [
            .. order.Select((index, place) => new RankedTrial(
                fit.Tally.TrialIds[index],
                place + 1,
                fit.Strengths[index] - mean,
                Math.Sqrt(fit.CenteredVariance(index)),
                fit.Tally.WinsOf(index),
                fit.Tally.LossesOf(index),
                fit.Tally.TiesOf(index))),
        ];
    }
}
