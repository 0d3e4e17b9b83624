using System.Globalization;
using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Planning;

/// <summary>A plan as text: its axes, then a line a trial with its cost and with what tells it from the others, then the sums.</summary>
internal static class PlanTable
{
    // Lists of layers can be long; the axes above and --json say them in full.
    private const int WidestValue = 40;

    // A preset changes all that there is.
    private const int LongestWarning = 240;

    public static async Task WriteAsync(TextWriter output, SweepPlan plan, PlanReport report, WorkRate rate)
    {
        var skipped = plan.Axes.Aggregate(1L, (product, axis) => product * axis.Labels.Count) - plan.Cells.Count;
        await output.WriteLineAsync(
            $"{plan.Sweep}: {plan.Cells.Count} cells, {plan.Trials.Count} trials{(skipped > 0 ? $"; {skipped} combinations are skipped" : string.Empty)}");
        foreach (var axis in plan.Axes)
            await output.WriteLineAsync($"  {axis.Name}: {string.Join(" | ", axis.Labels)}");
        foreach (var shared in SharedTrial.TextsOf(plan))
            await output.WriteLineAsync($"  one and the same trial: {shared}");
        foreach (var warning in report.Warnings.Where(warning => warning.Kind != ConfoundingKind.SameSetting))
            await output.WriteLineAsync($"  confounded: {Shown.Text(warning.Text, LongestWarning)}");
        await output.WriteLineAsync(
            $"  rows: {Names(plan.Grid.Rows)}; columns: {Names(plan.Grid.Columns)}; pages: {Names(plan.Grid.Pages)}");
        foreach (var rung in report.Rungs ?? [])
        {
            var most = rung.IsKnown ? string.Empty : "at most ";
            var seconds = rung.Seconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "?";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {rung.Name}: {most}{rung.Trials} {(rung.Trials == 1 ? "trial" : "trials")}, {seconds} s"));
        }

        await output.WriteLineAsync();

        foreach (var line in Lines(plan, report))
            await output.WriteLineAsync(line);
        await output.WriteLineAsync();
        await output.WriteLineAsync(Sums(report, rate));
        await output.WriteLineAsync($"  {report.Source}");
        foreach (var reason in report.Trials.Where(trial => trial.NotRun is not null).GroupBy(trial => trial.NotRun))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {reason.Count()} cut: {reason.Key}"));
    }

    private static string Sums(PlanReport report, WorkRate rate)
    {
        var atLeast = report.Unknown > 0 ? "at least " : string.Empty;
        var workers = rate.Workers == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" with {rate.Workers} workers");
        var money = report.Cost is { } cost
            ? string.Create(CultureInfo.InvariantCulture, $", {atLeast}{rate.Text(cost)} at {rate.Text(rate.PerHour!.Value)} an hour")
            : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"estimated {atLeast}{report.Seconds:0} s in all{workers}, {report.PeakMebibytes:0} MiB at most{money}; {report.Reused} of {report.Trials.Count} reused");
    }

    private static IEnumerable<string> Lines(SweepPlan plan, PlanReport report)
    {
        var columns = PlanColumns.Of(plan);
        List<(string Name, Func<PlannedTrial, string> Text)> costs =
        [
            ("pixels", trial => $"{trial.Width} x {trial.Height}"),
            ("evaluations", trial => trial.Evaluations.ToString(CultureInfo.InvariantCulture)),
            ("seconds", trial => trial.Seconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "?"),
            ("MiB", trial => trial.Mebibytes.ToString("0", CultureInfo.InvariantCulture)),
        ];
        if (report.Cost is not null)
            costs.Add((report.Currency ?? "cost", trial => trial.Cost?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "?"));
        if (report.Reused + report.NotRun > 0)
            costs.Add(("state", trial => trial.Reused ? "reused" : trial.NotRun is null ? "new" : "cut"));
        List<string[]> rows =
        [
            ["trial", .. costs.Select(cost => cost.Name), .. columns.Select(column => column.Name)],
            .. report.Trials.Select(trial => (string[])
            [
                trial.Trial.Id,
                .. costs.Select(cost => cost.Text(trial)),
                .. columns.Select(column => Shortened(column.ValueOf(trial.Trial))),
            ]),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        // Figures end below each other, words begin below each other.
        return rows.Select(row => string.Join("  ", row.Select((text, column) =>
            column > 0 && column <= costs.Count ? text.PadLeft(widths[column]) : text.PadRight(widths[column]))).TrimEnd());
    }

    private static string Shortened(string value) => value.Length <= WidestValue ? value : $"{value[..(WidestValue - 3)]}...";

    private static string Names(IReadOnlyList<string> axes) => axes.Count == 0 ? "none" : string.Join(", ", axes);
}
