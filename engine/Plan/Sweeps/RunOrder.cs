using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>
/// The order in which trials run: those of one network, size, pair of images and pooling follow each other, because a worker
/// keeps the network and the targets of the last ones.
/// </summary>
internal static class RunOrder
{
    /// <summary>The trials in running order; groups in the order in which they first appear, the most costly switch slowest.</summary>
    public static IReadOnlyList<Trial> Of(IReadOnlyList<Trial> trials) =>
    [
        .. trials
            .OrderBy(Rank(trials, trial => trial.Parameters.Network))
            .ThenBy(Rank(trials, trial => trial.Parameters.ImageSize))
            .ThenBy(Rank(trials, trial => trial.Content.Sha256))
            .ThenBy(Rank(trials, trial => trial.Style.Sha256))
            .ThenBy(Rank(trials, trial => trial.Parameters.Pooling)),
    ];

    private static Func<Trial, int> Rank<T>(IReadOnlyList<Trial> trials, Func<Trial, T> key)
        where T : notnull
    {
        var ranks = new Dictionary<T, int>();
        foreach (var trial in trials)
            ranks.TryAdd(key(trial), ranks.Count);
        return trial => ranks[key(trial)];
    }
}
