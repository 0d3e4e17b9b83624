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
    /// What is to be said of the shared trials of a plan in few words, in the order of their first cells: experiments and points by their
    /// names alone, and what is equal in several places once, e.g. <c>experiment 01 = 02 (style a.png; style b.png)</c>; without the places
    /// where it is so in all.
    /// </summary>
    public static IReadOnlyList<string> TextsOf(SweepPlan plan) =>
    [
        .. Of(plan).GroupBy(shared => (shared.ShortNames, Axes: string.Join(' ', shared.Axes(varied: false)))).Select(equal =>
        {
            var others = equal.First().Axes(varied: false).ToList();
            var places = plan.Cells.Select(cell => string.Join(',', others.Select(axis => cell.Coordinates[axis]))).Distinct().Count();
            return equal.Count() == places ? equal.Key.ShortNames : $"{equal.Key.ShortNames} ({string.Join("; ", equal.Select(shared => shared.Place))})";
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

    /// <summary>The same in fewer words where one axis varies, e.g. <c>historySize 10 = 20</c>.</summary>
    private string ShortNames => Axes(varied: true).ToList() is [var axis]
        ? $"{Plan.Axes[axis].Name} {string.Join(" = ", Cells.Select(cell => Short(axis, Plan.Axes[axis].Labels[cell.Coordinates[axis]])))}"
        : Names;

    /// <summary>Where they are by the other axes, e.g. <c>optimizer adam</c>.</summary>
    private string Place => Name(Cells[0], Axes(varied: false));

    private IEnumerable<int> Axes(bool varied) => Enumerable.Range(0, Plan.Axes.Count)
        .Where(axis => Cells.Any(cell => cell.Coordinates[axis] != Cells[0].Coordinates[axis]) == varied);

    private string Name(SweepCell cell, IEnumerable<int> axes) =>
        string.Join(", ", axes.Select(axis => $"{Plan.Axes[axis].Name} {Shown.Text(Plan.Axes[axis].Labels[cell.Coordinates[axis]], LongestLabel)}"));

    /// <summary>The name that a label begins with, where it tells the axis's values apart; else the label.</summary>
    private string Short(int axis, string label)
    {
        var names = Plan.Axes[axis].Labels.Select(NameIn).ToList();
        return Shown.Text(names.Distinct().Count() == names.Count ? NameIn(label) : label, LongestLabel);
    }

    private static string NameIn(string label) => label.Split(": ", 2)[0];
}
