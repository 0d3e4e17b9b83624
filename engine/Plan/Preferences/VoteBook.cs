namespace NeuralStyle.Plan.Preferences;

/// <summary>Votes on the trials of a sweep; <c>results/{sweep}/votes.json</c>, and the file that the report page saves.</summary>
public sealed record VoteBook
{
    /// <summary>The form of this document.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of this document's form.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>The votes, in the order in which they were given.</summary>
    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>
    /// This book and another one's votes. A vote that both have counts once: the same choice between the same trials at the same moment,
    /// whichever of them was shown first. Several votes on the same pair at different moments all count.
    /// </summary>
    /// <param name="other">A book of the same sweep.</param>
    /// <exception cref="ArgumentException">It is of another sweep.</exception>
    public VoteBook With(VoteBook other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Sweep != Sweep)
            throw new ArgumentException($"votes on '{other.Sweep}' are no votes on '{Sweep}'", nameof(other));
        return this with { Votes = [.. Votes.Concat(other.Votes).DistinctBy(Turned).OrderBy(vote => vote.At)] };
    }

    /// <summary>The trials that votes name and a sweep does not have, in ordinal order.</summary>
    /// <param name="trialIds">The trials of the sweep.</param>
    public IReadOnlyList<string> UnknownTrials(IEnumerable<string> trialIds)
    {
        var known = trialIds.ToHashSet(StringComparer.Ordinal);
        return [.. Votes.SelectMany(vote => (string[])[vote.A, vote.B]).Where(id => !known.Contains(id)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The vote with its trials in ordinal order.</summary>
    private static Vote Turned(Vote vote) => string.CompareOrdinal(vote.A, vote.B) <= 0
        ? vote
        : new Vote(vote.B, vote.A, vote.Choice switch { VoteChoice.A => VoteChoice.B, VoteChoice.B => VoteChoice.A, var tie => tie }, vote.At);
}
