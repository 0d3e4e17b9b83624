using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>A trial that several cells of a sweep show, because their settings differ only in what has no influence there.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Cells">The cells, in the plan's order; two at least.</param>
/// <param name="Plan">The plan.</param>
public sealed record SharedTrial(string TrialId, IReadOnlyList<SweepCell> Cells, SweepPlan Plan)
{
    /// <summary>Labels of experiments can be long; what tells one from another stands at their beginning.</summary>
    private const int LongestLabel = 40;

    /// <summary>The shared trials of a plan, in the order of their first cells.</summary>
    public static IReadOnlyList<SharedTrial> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Cells.GroupBy(cell => cell.TrialId, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
                .Select(group => new SharedTrial(group.Key, [.. group], plan)),
        ];
    }

    /// <summary>
    /// What is to be said of the shared trials of a plan, in the order of their first cells: what is equal in several places is said once,
    /// e.g. <c>experiment 01 = experiment 02 (style a.png; style b.png)</c>.
    /// </summary>
    public static IReadOnlyList<string> TextsOf(SweepPlan plan) =>
    [
        .. Of(plan).GroupBy(shared => shared.Names, StringComparer.Ordinal).Select(equal =>
        {
            var places = equal.Select(shared => shared.Place).Where(place => place.Length > 0).ToList();
            return places.Count > 0 ? $"{equal.Key} ({string.Join("; ", places)})" : equal.Key;
        }),
    ];

    /// <summary>
    /// What a cell is the same as: the first other cell, by the axes in which it differs, e.g. <c>same as historySize 10</c>.
    /// </summary>
    /// <param name="cell">One of the cells.</param>
    public string SameAs(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var other = Cells.First(candidate => !candidate.Coordinates.SequenceEqual(cell.Coordinates));
        return $"same as {Name(other, Enumerable.Range(0, Plan.Axes.Count).Where(axis => other.Coordinates[axis] != cell.Coordinates[axis]))}";
    }

    /// <summary>All of it, e.g. <c>historySize 10 = historySize 20 (optimizer adam)</c>.</summary>
    public override string ToString() => Place.Length > 0 ? $"{Names} ({Place})" : Names;

    /// <summary>All cells by the axes in which one of them differs, e.g. <c>historySize 10 = historySize 20</c>.</summary>
    private string Names => string.Join(" = ", Cells.Select(cell => Name(cell, Axes(varied: true))));

    /// <summary>Where they are by the other axes, e.g. <c>optimizer adam</c>.</summary>
    private string Place => Name(Cells[0], Axes(varied: false));

    private IEnumerable<int> Axes(bool varied) => Enumerable.Range(0, Plan.Axes.Count)
        .Where(axis => Cells.Any(cell => cell.Coordinates[axis] != Cells[0].Coordinates[axis]) == varied);

    private string Name(SweepCell cell, IEnumerable<int> axes) =>
        string.Join(", ", axes.Select(axis => $"{Plan.Axes[axis].Name} {Short(Plan.Axes[axis].Labels[cell.Coordinates[axis]])}"));

    /// <summary>A label, or the name that it begins with where the whole is long.</summary>
    private static string Short(string label)
    {
        var end = label.IndexOf(": ", StringComparison.Ordinal);
        return Shown.Text(label.Length > LongestLabel && end is > 0 and <= LongestLabel ? label[..end] : label, LongestLabel);
    }
}
