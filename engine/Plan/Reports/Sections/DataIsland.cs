using System.Text.Json;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What the page's script has to know, as JSON that is safe between script tags.</summary>
internal static class DataIsland
{
    // The default encoder writes <, >, & and quotes as \u003C and the like; a label can't end the element.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The JSON of a report: its pages with their labels and trials, and which images belong to each trial.</summary>
    public static string Of(ReportIndex index) => JsonSerializer.Serialize(
        new Island(
            index.Report.Plan.Sweep,
            [.. index.Report.Pages.Select(page => new IslandPage(
                page.Header.Labels, [.. page.Rows.Select(row => row.Labels)], [.. page.Columns.Select(column => column.Labels)], page.TrialIds))],
            index.Trials.ToDictionary(
                trial => trial.Trial.Id,
                trial => new IslandTrial(
                    trial.State == TrialState.Completed,
                    $"{AxisNames.Content}:{trial.Trial.Content.Name}",
                    $"{AxisNames.Style}:{trial.Trial.Style.Name}"))),
        Options);

    private sealed record Island(string Sweep, IReadOnlyList<IslandPage> Pages, IReadOnlyDictionary<string, IslandTrial> Trials);

    private sealed record IslandPage(
        IReadOnlyList<GridLabel> Labels,
        IReadOnlyList<IReadOnlyList<GridLabel>> Rows,
        IReadOnlyList<IReadOnlyList<GridLabel>> Columns,
        IReadOnlyList<IReadOnlyList<string?>> Trials);

    private sealed record IslandTrial(bool Completed, string Content, string Style);
}
