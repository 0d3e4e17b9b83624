using NeuralStyle.Plan.Reports.Columns;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>The measures of one trial's result.</summary>
internal static class MeasuresSection
{
    /// <summary>Writes them, and that they are proxies; nothing where there are none.</summary>
    public static void Write(ReportTrial trial, HtmlWriter html)
    {
        if (trial.Record?.Measures is not { } measures)
            return;
        html.Open("section").Element("h3", "Measures (proxies)").Open("dl", ("class", "facts"));
        foreach (var measure in MeasureColumns.All)
        {
            if (MeasureColumns.NumberOf(trial, measure) is { } value)
                html.Open("div").Element("dt", measure.Name, ("title", measure.Meaning)).Element("dd", $"{Figures.Loss(value)} {measure.Unit}".TrimEnd()).Close("div");
        }

        html.Close("dl").Element("p", $"Proxies, on the yardstick {measures.Yardstick}: they compare trials, and none says whether a result is beautiful.", ("class", "kind"));
        html.Close("section");
    }
}
