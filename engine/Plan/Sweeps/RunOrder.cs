using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>
/// The order in which trials run: those that share what is costly to make follow each other, because a worker keeps the network and the
/// targets of the last ones. What changes most seldom is what costs most to change: the network and its arithmetic, then what all
/// targets depend on (size, images, pooling), then what only those of the style do (its size, its colors, the kind of its statistic), then
/// the smaller scales. Layers are not among it: a target is kept for each layer, so that other sets of layers find theirs.
/// </summary>
internal static class RunOrder
{
    private static readonly Func<Trial, object>[] Costs =
    [
        trial => trial.Parameters.Network,
        trial => trial.Parameters.Precision,
        trial => trial.Parameters.ImageSize,
        trial => trial.Content.Sha256,
        trial => string.Join(' ', trial.Styles.Select(style => style.Sha256)),
        trial => trial.Parameters.Pooling,
        trial => trial.Parameters.StyleScale,
        trial => trial.Parameters.Color == ColorMode.Coral,
        trial => trial.Parameters.StyleLoss == StyleLossKind.Crowsonkb,
        trial => trial.Parameters.Scales,
    ];

    /// <summary>The trials in running order; groups in the order in which they first appear, the most costly switch slowest.</summary>
    public static IReadOnlyList<Trial> Of(IReadOnlyList<Trial> trials)
    {
        var ordered = trials.OrderBy(_ => 0);
        foreach (var cost in Costs)
            ordered = ordered.ThenBy(Rank(trials, cost));
        return [.. ordered];
    }

    private static Func<Trial, int> Rank(IReadOnlyList<Trial> trials, Func<Trial, object> key)
    {
        var ranks = new Dictionary<object, int>();
        foreach (var trial in trials)
            ranks.TryAdd(key(trial), ranks.Count);
        return trial => ranks[key(trial)];
    }
}
