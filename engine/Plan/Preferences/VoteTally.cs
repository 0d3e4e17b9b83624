namespace NeuralStyle.Plan.Preferences;

/// <summary>The votes among trials that votes connect.</summary>
internal sealed class VoteTally
{
    private readonly int[,] _wins;
    private readonly int[,] _ties;

    private VoteTally(IReadOnlyList<string> trialIds, IEnumerable<Vote> votes)
    {
        TrialIds = trialIds;
        _wins = new int[trialIds.Count, trialIds.Count];
        _ties = new int[trialIds.Count, trialIds.Count];
        var index = trialIds.Select((id, at) => (id, at)).ToDictionary(item => item.id, item => item.at);
        foreach (var vote in votes.Where(vote => index.ContainsKey(vote.A)))
        {
            var (a, b) = (index[vote.A], index[vote.B]);
            Votes++;
            if (vote.Choice == VoteChoice.A)
            {
                _wins[a, b]++;
            }
            else if (vote.Choice == VoteChoice.B)
            {
                _wins[b, a]++;
            }
            else
            {
                _ties[a, b]++;
                _ties[b, a]++;
            }
        }
    }

    /// <summary>The trials.</summary>
    public IReadOnlyList<string> TrialIds { get; }

    /// <summary>Number of votes.</summary>
    public int Votes { get; }

    /// <summary>The trials that votes connect, directly or by others, in the order of their first.</summary>
    /// <param name="trialIds">All trials.</param>
    /// <param name="votes">Votes on them.</param>
    public static IEnumerable<VoteTally> Groups(IReadOnlyList<string> trialIds, IReadOnlyList<Vote> votes)
    {
        var neighbors = votes.Concat(votes.Select(vote => vote with { A = vote.B, B = vote.A })).ToLookup(vote => vote.A, vote => vote.B);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in trialIds.Where(id => neighbors.Contains(id)))
        {
            if (!seen.Add(start))
                continue;

            var group = new HashSet<string>(StringComparer.Ordinal) { start };
            var open = new Queue<string>(group);
            while (open.TryDequeue(out var id))
            {
                foreach (var neighbor in neighbors[id].Where(group.Add))
                    open.Enqueue(neighbor);
            }

            seen.UnionWith(group);
            yield return new VoteTally([.. trialIds.Where(group.Contains)], votes);
        }
    }

    /// <summary>Votes on a pair.</summary>
    public int Between(int one, int other) => _wins[one, other] + _wins[other, one] + _ties[one, other];

    /// <summary>Votes for a trial.</summary>
    public int WinsOf(int index) => Others(index).Sum(other => _wins[index, other]);

    /// <summary>Votes against a trial.</summary>
    public int LossesOf(int index) => Others(index).Sum(other => _wins[other, index]);

    /// <summary>Votes for neither of a trial and another.</summary>
    public int TiesOf(int index) => Others(index).Sum(other => _ties[index, other]);

    private IEnumerable<int> Others(int index) => Enumerable.Range(0, TrialIds.Count).Where(other => other != index);
}
