using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>The table of all trials, one row each; its script sorts by the exact values that cells carry.</summary>
internal sealed class TableSection(ReportIndex index, HtmlWriter html)
{
    /// <summary>Writes the table's head and body.</summary>
    public void Write()
    {
        html.Open("thead").Open("tr").Open("th").Element("span", "Result", ("class", "unseen")).Close("th");
        foreach (var name in ColumnNames())
            html.Open("th", ("scope", "col"), ("aria-sort", "none")).Element("button", name, ("type", "button")).Close("th");
        html.Close("tr").Close("thead").Line().Open("tbody");
        foreach (var trial in index.Trials)
            WriteRow(trial);
        html.Close("tbody");
    }

    private IEnumerable<string> ColumnNames()
    {
        if (index.ContentVaries)
            yield return AxisNames.Content;
        if (index.StyleVaries)
            yield return AxisNames.Style;
        foreach (var parameter in index.Varying)
            yield return parameter.Name;
        foreach (var name in (string[])["total", "content loss", "style loss", "tv loss", "evaluations", "seconds", "s / evaluation", "state", "trial"])
            yield return name;
    }

    private void WriteRow(ReportTrial trial)
    {
        var parameters = ReportIndex.ParametersOf(trial);
        html.Open("tr", ("data-trial", trial.Trial.Id), ("class", trial.Image is null ? "bare" : null));
        html.Open("td", ("class", "thumb"));
        html.Open("button", ("type", "button"), ("class", "open"), ("aria-label", $"Show trial {trial.Trial.Id}"));
        if (trial.Image is not null)
            html.Open("img", ("alt", string.Empty), ("data-copy-result", trial.Trial.Id));
        html.Close("button").Close("td");
        if (index.ContentVaries)
            html.Element("td", ReportIndex.ContentOf(trial));
        if (index.StyleVaries)
            html.Element("td", ReportIndex.StyleOf(trial));
        foreach (var parameter in index.Varying)
            WriteValue(parameter.LabelOf(parameters), parameter.ValueOf(parameters));
        WriteResults(trial);
        html.Element("td", StateWords.Of(trial.State), ("title", trial.Reason)).Element("td", trial.Trial.Id, ("class", "hash"));
        html.Close("tr").Line();
    }

    private void WriteValue(string label, object value)
    {
        var number = value switch
        {
            double real => Figures.Exact(real),
            int or long => label,
            _ => null,
        };
        html.Element("td", label, ("class", number is null ? null : "number"), ("data-value", number));
    }

    private void WriteResults(ReportTrial trial)
    {
        var record = trial.Record;
        var last = record is { Evaluations.Count: > 0 } ? record.Evaluations[^1] : null;
        WriteNumber(last?.Total, Figures.Loss);
        WriteNumber(last?.Content, Figures.Loss);
        WriteNumber(last?.Style, Figures.Loss);
        WriteNumber(last?.Tv, Figures.Loss);
        WriteNumber(record?.Evaluations.Count, value => Figures.Count((long)value));
        WriteNumber(record?.Seconds, Figures.Loss);
        WriteNumber(last?.Seconds / record?.Evaluations.Count, Figures.Loss);
    }

    private void WriteNumber(double? value, Func<double, string> format) => html.Element(
        "td",
        value is { } shown ? format(shown) : "–",
        ("class", "number"),
        ("data-value", value is { } exact && double.IsFinite(exact) ? Figures.Exact(exact) : null));
}
