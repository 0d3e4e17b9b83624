using System.Text;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Reports.Csv;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// Renders <c>trials.csv</c> (RFC 4180): one row for each cell of the grid, in the plan's order. Columns: <c>axis.{name}</c> for each axis, the
/// trial, its state and reason, the images by name (those of a blend joined by <c> + </c>), the parameters by their manifest names (but for
/// those that go without saying or have no part in every trial), the last evaluation's weighted losses as <c>loss.{part}</c>, counts and seconds, and the
/// hashes. Numbers are in the invariant culture and without loss. A text that a spreadsheet would take for a formula begins with an
/// apostrophe: whoever reads the file takes one leading apostrophe off.
/// </summary>
public static class TrialsTable
{
    /// <summary>The table's text; lines end with CR LF.</summary>
    /// <exception cref="ArgumentException">The plan has cells whose trial the report doesn't have.</exception>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var index = new ReportIndex(report);
        var table = new StringBuilder(Head(report.Plan, index.Shown).ToString());
        foreach (var cell in report.Plan.Cells)
            table.Append(Row(report.Plan, cell, index.Trial(cell.TrialId), index.Shown));
        return table.ToString();
    }

    private static CsvRow Head(SweepPlan plan, IReadOnlyList<ParameterDefinition> parameters)
    {
        var row = new CsvRow();
        foreach (var axis in plan.Axes)
            row.Text($"axis.{axis.Name}");
        row.Text("trial").Text("state").Text("reason").Text("reused").Text("content").Text("style");
        foreach (var parameter in parameters)
            row.Text(parameter.Name);
        foreach (var name in (string[])["loss.total", "loss.content", "loss.style", "loss.tv", "evaluations", "seconds", "width", "height"])
            row.Text(name);
        foreach (var name in (string[])["device", "threads", "contentSha256", "styleSha256", "weightsSha256", "imageSha256"])
            row.Text(name);
        return row;
    }

    private static CsvRow Row(SweepPlan plan, SweepCell cell, ReportTrial trial, IReadOnlyList<ParameterDefinition> parameters)
    {
        var row = new CsvRow();
        for (var axis = 0; axis < plan.Axes.Count; axis++)
            row.Text(plan.Axes[axis].Labels[cell.Coordinates[axis]]);
        row.Text(cell.TrialId).Text(StateWords.Of(trial.State)).Text(trial.Reason).Text(trial.Reused ? "true" : "false");
        row.Text(ReportIndex.ContentOf(trial)).Text(ReportIndex.StyleOf(trial));
        foreach (var parameter in parameters)
            AddParameter(row, parameter, ReportIndex.ParametersOf(trial));

        var record = trial.Record;
        var last = record is { Evaluations.Count: > 0 } ? record.Evaluations[^1] : null;
        row.Number(last?.Total).Number(last?.Content).Number(last?.Style).Number(last?.Tv);
        row.Number(record?.Evaluations.Count).Number(record?.Seconds);
        row.Number(record is { Width: > 0 } ? record.Width : null).Number(record is { Height: > 0 } ? record.Height : null);
        row.Text(record?.Environment?.Device).Number(record?.Environment?.Threads);
        row.Text(trial.Trial.Content.Sha256).Text(string.Join(' ', trial.Trial.Styles.Select(style => style.Sha256))).Text(trial.Trial.Weights.Sha256).Text(record?.ImageSha256);
        return row;
    }

    private static void AddParameter(CsvRow row, ParameterDefinition parameter, TrialParameters parameters)
    {
        if (parameter.ValueOf(parameters) is double real)
            row.Number(real);
        else
            row.Text(parameter.LabelOf(parameters));
    }
}
