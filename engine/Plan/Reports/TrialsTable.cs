using System.Text;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Reports.Columns;
using NeuralStyle.Plan.Reports.Csv;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// Renders <c>trials.csv</c> (RFC 4180): one row for each cell of the grid, in the plan's order. Combinations that were skipped follow, in
/// the state <c>skipped</c>. The columns are:
/// <list type="bullet">
/// <item><c>axis.{name}</c> for each axis; the trial, its state (of a search, its rung too, from 1) and reason;</item>
/// <item><c>sameAs</c> where the settings equal those of a cell before it;</item>
/// <item>the images by name, those of a blend joined by <c> + </c>;</item>
/// <item>the parameters by their manifest names, but for those that go without saying or have no part in every trial; empty where they
/// have none in this one;</item>
/// <item>the last evaluation's weighted losses as <c>loss.{part}</c>, counts and seconds;</item>
/// <item>the measures as <c>measure.{name}</c>, all of them proxies, and the hashes.</item>
/// </list>
/// Numbers are in the invariant culture and without loss. A text that a spreadsheet would take for a formula begins with an apostrophe:
/// whoever reads the file takes one leading apostrophe off.
/// </summary>
public static class TrialsTable
{
    /// <summary>The table's text; lines end with CR LF.</summary>
    /// <exception cref="ArgumentException">The plan has cells whose trial the report doesn't have.</exception>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var index = new ReportIndex(report);
        var head = Head(report.Plan, index.Shown);
        var table = new StringBuilder(head.ToString());
        var firsts = report.Plan.Cells.GroupBy(cell => cell.TrialId).ToDictionary(cells => cells.Key, cells => cells.First());
        foreach (var cell in report.Plan.Cells)
            table.Append(Row(index, cell, firsts[cell.TrialId]));
        foreach (var coordinates in SkippedCells.Of(report.Plan))
            table.Append(SkippedRow(report.Plan, coordinates, head.Fields));
        return table.ToString();
    }

    private static CsvRow Head(SweepPlan plan, IReadOnlyList<ParameterDefinition> parameters)
    {
        var row = new CsvRow();
        foreach (var axis in plan.Axes)
            row.Text($"axis.{axis.Name}");
        row.Text("trial").Text("state");
        if (plan.Search is not null)
            row.Text("rung");
        row.Text("reason").Text("sameAs").Text("reused").Text("content").Text("style");
        foreach (var parameter in parameters)
            row.Text(parameter.Name);
        foreach (var name in (string[])["loss.total", "loss.content", "loss.style", "loss.tv", "evaluations", "seconds", "width", "height"])
            row.Text(name);
        foreach (var measure in MeasureColumns.All)
            row.Text($"measure.{measure.Key}");
        row.Text("measure.yardstick");
        foreach (var name in (string[])["device", "threads", "contentSha256", "styleSha256", "weightsSha256", "imageSha256"])
            row.Text(name);
        return row;
    }

    private static CsvRow Row(ReportIndex index, SweepCell cell, SweepCell first)
    {
        var (plan, trial, row) = (index.Report.Plan, index.Trial(cell.TrialId), new CsvRow());
        AddCoordinates(row, plan, cell.Coordinates);
        row.Text(cell.TrialId).Text(index.StateOf(trial));
        if (plan.Search is not null)
            row.Number(index.RungOf(trial));
        row.Text(trial.Reason).Text(first == cell ? null : CellLabels.Text(plan, first)).Text(trial.Reused ? "true" : "false");
        row.Text(ReportIndex.ContentOf(trial)).Text(ReportIndex.StyleOf(trial));
        foreach (var parameter in index.Shown)
            AddParameter(row, parameter, ReportIndex.ParametersOf(trial));

        var (record, last) = (trial.Record, trial.Course?.Last);
        row.Number(last?.Total).Number(last?.Content).Number(last?.Style).Number(last?.Tv);
        row.Number(trial.Course?.Count ?? trial.Progress?.Evaluation ?? record?.Evaluations.Count).Number(record?.Seconds ?? trial.Progress?.Seconds);
        row.Number(record is { Width: > 0 } ? record.Width : null).Number(record is { Height: > 0 } ? record.Height : null);
        foreach (var measure in MeasureColumns.All)
            row.Number(MeasureColumns.NumberOf(trial, measure));
        row.Text(record?.Measures?.Yardstick);
        row.Text(record?.Environment?.Device).Number(record?.Environment?.Threads);
        row.Text(trial.Trial.Content.Sha256).Text(string.Join(' ', trial.Trial.Styles.Select(style => style.Sha256))).Text(trial.Trial.Weights.Sha256).Text(record?.ImageSha256);
        return row;
    }

    /// <summary>A combination without a trial: its axes and its state, and then as many empty fields as the others have.</summary>
    private static string SkippedRow(SweepPlan plan, IReadOnlyList<int> coordinates, int fields)
    {
        var row = new CsvRow();
        AddCoordinates(row, plan, coordinates);
        row.Text(null).Text(StateWords.Skipped);
        for (var field = plan.Axes.Count + 2; field < fields; field++)
            row.Text(null);
        return row.ToString();
    }

    private static void AddCoordinates(CsvRow row, SweepPlan plan, IReadOnlyList<int> coordinates)
    {
        foreach (var label in CellLabels.Of(plan, coordinates))
            row.Text(label.Value);
    }

    private static void AddParameter(CsvRow row, ParameterDefinition parameter, TrialParameters parameters)
    {
        if (!Influence.Has(parameter, parameters))
            row.Text(null);
        else if (parameter.ValueOf(parameters) is double real)
            row.Number(real);
        else
            row.Text(parameter.LabelOf(parameters));
    }
}
