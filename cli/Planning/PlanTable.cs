using System.Globalization;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Planning;

/// <summary>A plan as text: its axes, then a line a trial with its cost and with what tells it from the others.</summary>
internal static class PlanTable
{
    // Lists of layers can be long; the axes above and --json say them in full.
    private const int WidestValue = 40;
    private const int CostColumns = 5;

    public static async Task WriteAsync(TextWriter output, SweepPlan plan, SweepEstimate estimate)
    {
        var skipped = plan.Axes.Aggregate(1L, (product, axis) => product * axis.Labels.Count) - plan.Cells.Count;
        await output.WriteLineAsync(
            $"{plan.Sweep}: {plan.Cells.Count} cells, {plan.Trials.Count} trials{(skipped > 0 ? $"; {skipped} combinations are skipped" : string.Empty)}");
        foreach (var axis in plan.Axes)
            await output.WriteLineAsync($"  {axis.Name}: {string.Join(" | ", axis.Labels)}");
        foreach (var shared in SharedTrial.Of(plan))
            await output.WriteLineAsync($"  one and the same trial: {shared}");
        await output.WriteLineAsync(
            $"  rows: {Names(plan.Grid.Rows)}; columns: {Names(plan.Grid.Columns)}; pages: {Names(plan.Grid.Pages)}");
        await output.WriteLineAsync();

        foreach (var line in Lines(plan, estimate))
            await output.WriteLineAsync(line);
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"estimated {estimate.Seconds:0} s in all, {estimate.PeakMebibytes:0} MiB at most, at this machine's speed, measured just now"));
    }

    private static IEnumerable<string> Lines(SweepPlan plan, SweepEstimate estimate)
    {
        var columns = PlanColumns.Of(plan);
        List<string[]> rows =
        [
            ["trial", "pixels", "evaluations", "seconds", "MiB", .. columns.Select(column => column.Name)],
            .. estimate.Trials.Select(trial => (string[])
            [
                trial.Trial.Id,
                $"{trial.Width} x {trial.Height}",
                trial.Evaluations.ToString(CultureInfo.InvariantCulture),
                trial.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
                trial.Mebibytes.ToString("0", CultureInfo.InvariantCulture),
                .. columns.Select(column => Shortened(column.ValueOf(trial.Trial))),
            ]),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        // Figures end below each other, words begin below each other.
        return rows.Select(row => string.Join("  ", row.Select((text, column) =>
            column is > 0 and < CostColumns ? text.PadLeft(widths[column]) : text.PadRight(widths[column]))).TrimEnd());
    }

    private static string Shortened(string value) => value.Length <= WidestValue ? value : $"{value[..(WidestValue - 3)]}...";

    private static string Names(IReadOnlyList<string> axes) => axes.Count == 0 ? "none" : string.Join(", ", axes);
}
