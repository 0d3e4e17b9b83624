using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>The grid: a table for each page of the sheet, its headers as deep as axes are nested.</summary>
internal sealed class GridSection(ReportIndex index, HtmlWriter html)
{
    private readonly HashSet<string> _carried = [];

    /// <summary>Writes the options of the page selector.</summary>
    public void WriteOptions()
    {
        for (var page = 0; page < index.Report.Pages.Count; page++)
            html.Element("option", PageName(page), ("value", Figures.Count(page)));
    }

    /// <summary>Writes all pages.</summary>
    public void WritePages()
    {
        for (var page = 0; page < index.Report.Pages.Count; page++)
        {
            html.Open("table", ("class", "grid"), ("data-page", Figures.Count(page)), ("aria-label", $"Grid, {PageName(page)}"));
            WriteHead(index.Report.Pages[page]);
            WriteBody(index.Report.Pages[page], page);
            html.Close("table").Line();
        }
    }

    private string PageName(int page)
    {
        var labels = index.Report.Pages[page].Header.Labels;
        return labels.Count == 0
            ? $"page {Figures.Count(page + 1)}"
            : string.Join(", ", labels.Select(label => $"{label.Axis} {label.Value}"));
    }

    private void WriteHead(GridPage page)
    {
        var (rowLevels, columnLevels) = (HeaderSpan.Levels(page.Rows), HeaderSpan.Levels(page.Columns));
        html.Open("thead");
        for (var level = 0; level < columnLevels; level++)
        {
            var spans = HeaderSpan.Of(page.Columns, level);
            html.Open("tr");
            if (rowLevels > 0)
                html.Element("th", $"{spans[0].Label.Axis} →", ("class", "axis across"), ("colspan", Figures.Count(rowLevels)));
            foreach (var span in spans)
            {
                html.Open(
                    "th",
                    ("scope", span.Length > 1 ? "colgroup" : "col"),
                    ("colspan", Figures.Count(span.Length)),
                    ("class", BeginsGroup(page.Columns, span.Start) ? "group" : null));
                WriteLabel(span.Label, axisToo: rowLevels == 0);
                html.Close("th");
            }

            html.Close("tr");
        }

        if (rowLevels > 0)
        {
            html.Open("tr", ("class", "names"));
            foreach (var label in page.Rows[0].Labels)
                html.Element("th", $"{label.Axis} ↓", ("class", "axis down"));
            html.Open("td", ("colspan", Figures.Count(page.Columns.Count))).Close("td").Close("tr");
        }

        html.Close("thead").Line();
    }

    private void WriteBody(GridPage page, int pageNumber)
    {
        var levels = HeaderSpan.Levels(page.Rows);
        var spans = Enumerable.Range(0, levels).Select(level => HeaderSpan.Of(page.Rows, level).ToDictionary(span => span.Start)).ToList();
        html.Open("tbody");
        for (var row = 0; row < page.Rows.Count; row++)
        {
            html.Open("tr", ("class", BeginsGroup(page.Rows, row) ? "group" : null));
            foreach (var level in spans)
            {
                if (!level.TryGetValue(row, out var span))
                    continue;
                html.Open("th", ("scope", span.Length > 1 ? "rowgroup" : "row"), ("rowspan", Figures.Count(span.Length)));
                WriteLabel(span.Label, axisToo: false);
                html.Close("th");
            }

            for (var column = 0; column < page.Columns.Count; column++)
                WriteCell(page, pageNumber, row, column);
            html.Close("tr").Line();
        }

        html.Close("tbody");
    }

    private void WriteLabel(GridLabel label, bool axisToo)
    {
        html.Open("div", ("class", "label"));
        if (axisToo)
            html.Element("span", label.Axis, ("class", "kind")).Text(" ");
        if (Inputs(label.Axis).Contains(label.Value))
            html.Open("img", ("data-copy-input", $"{label.Axis}:{label.Value}"), ("alt", string.Empty));
        // A long one is cut, and said in full by the detail view and where the mouse rests.
        html.Element("span", label.Value, ("class", "value"), ("title", label.Value)).Close("div");
    }

    /// <summary>The images of an axis that the page carries.</summary>
    private IReadOnlyList<string> Inputs(string axis) => axis switch
    {
        AxisNames.Content => index.Contents,
        AxisNames.Style => index.Styles,
        _ => [],
    };

    private void WriteCell(GridPage page, int pageNumber, int row, int column)
    {
        html.Open("td", ("class", BeginsGroup(page.Columns, column) ? "group" : null));
        if (page.TrialIds[row][column] is { } id)
            WriteTrial(page, pageNumber, row, column, id);
        html.Close("td");
    }

    private void WriteTrial(GridPage page, int pageNumber, int row, int column, string id)
    {
        var trial = index.Trial(id);
        var labels = page.Header.Labels.Concat(page.Rows[row].Labels).Concat(page.Columns[column].Labels);
        var name = string.Join(", ", labels.Select(label => $"{label.Axis} {label.Value}"));
        html.Open(
            "button",
            ("type", "button"),
            ("class", trial.Image is null ? $"cell bare {KindOf(trial)}" : "cell"),
            ("data-trial", id),
            ("data-page", Figures.Count(pageNumber)),
            ("data-row", Figures.Count(row)),
            ("data-column", Figures.Count(column)),
            ("aria-label", $"{(name.Length == 0 ? "the only trial" : name)}: {StateWords.Of(trial.State)}"));
        if (trial.Image is null)
        {
            html.Element("strong", StateWords.Of(trial.State));
            if (trial.Reason is not null)
                html.Element("span", trial.Reason, ("class", "why"));
        }
        else if (_carried.Add(id))
        {
            html.Image(trial.Image, ("alt", string.Empty), ("data-result", id), ("decoding", "async"));
        }
        else
        {
            html.Open("img", ("alt", string.Empty), ("data-copy-result", id));
        }

        html.Close("button");
    }

    private static string KindOf(ReportTrial trial) => trial.State == TrialState.Failed ? "failed" : "idle";

    /// <summary>Whether a row or column is the first under another value of the slowest of several nested axes.</summary>
    private static bool BeginsGroup(IReadOnlyList<GridHeader> headers, int position) =>
        position > 0 && HeaderSpan.Levels(headers) > 1 && headers[position].Labels[0] != headers[position - 1].Labels[0];
}
