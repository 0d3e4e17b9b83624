using System.Globalization;
using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What each axis does to each measure: a plot, the numbers behind it, shares of the variance, interactions, and what limits them.</summary>
internal sealed class EffectsSection(SweepEffects effects, HtmlWriter html)
{
    /// <summary>Writes a block a measure; says why where there is none.</summary>
    public void Write()
    {
        html.Element("p", effects.Yardstick is { } yardstick ? $"{effects.Caution} Distances are on the yardstick {yardstick}." : effects.Caution, ("class", "lead"));
        if (effects.Scope is { } scope)
            html.Element("p", scope, ("class", "lead"));
        var measures = effects.Measures.Where(measure => measure.Axes.Count > 0 || measure.Notes.Count > 0).ToList();
        if (measures.Count == 0)
            html.Element("p", "There are no effects to show: no axis has two values whose trials completed with measures.", ("class", "nothing"));
        foreach (var measure in measures)
            WriteMeasure(measure);
    }

    private void WriteMeasure(MeasureEffects measure)
    {
        html.Open("article", ("class", "measure"), ("data-measure", measure.Measure.Key));
        html.Open("h2").Text(measure.Measure.Name).Element("span", " proxy", ("class", "kind")).Close("h2");
        var unit = measure.Measure.Unit.Length > 0 ? $" ({measure.Measure.Unit})" : string.Empty;
        html.Element("p", $"{measure.Measure.Meaning}{unit}; mean {Figures.Loss(measure.All.Mean)} over {Figures.Counted(measure.All.Count, "trial")}.", ("class", "lead"));
        html.Open("div", ("class", "axes-effects"));
        foreach (var axis in measure.Axes)
            WriteAxis(measure.Measure, axis);
        html.Close("div");
        WriteInteractions(measure);
        foreach (var note in measure.Notes)
            html.Element("p", note, ("class", "kind"));
        html.Close("article").Line();
    }

    private void WriteAxis(EffectMeasure measure, AxisEffect axis)
    {
        html.Open("figure", ("class", "axis-effect"), ("data-axis", axis.Axis));
        html.Open("figcaption").Element("strong", axis.Axis);
        if (axis.Share is { } share)
            html.Element("span", $"{Percent(share)} of the variance", ("class", "kind"));
        html.Close("figcaption").Markup(EffectPlot.Svg(measure, axis));
        html.Open("details").Element("summary", "Numbers").Open("div", ("class", "wide")).Open("table", ("class", "numbers")).Open("thead").Open("tr");
        foreach (var name in (string[])["value", "mean", "trials", $"change from {axis.Reference ?? "–"}", "± error", "pairs"])
            html.Element("th", name, ("scope", "col"));
        html.Close("tr").Close("thead").Open("tbody");
        foreach (var value in axis.Values)
            WriteValue(value, value.Label == axis.Reference);
        html.Close("tbody").Close("table").Close("div").Close("details").Close("figure");
    }

    private void WriteValue(ValueEffect value, bool isReference)
    {
        html.Open("tr").Element("th", value.Label, ("scope", "row"));
        html.Element("td", value.All.Count > 0 ? Figures.Loss(value.All.Mean) : "–").Element("td", Figures.Count(value.All.Count));
        html.Element("td", isReference ? "reference" : value.Difference is { } change ? Signed(change.Mean) : "no pair");
        html.Element("td", value.Difference?.Error is { } error ? Figures.Loss(error) : "–").Element("td", Figures.Count(value.Difference?.Count ?? 0)).Close("tr");
    }

    private void WriteInteractions(MeasureEffects measure)
    {
        if (measure.Interactions.Count == 0)
            return;
        html.Open("p", ("class", "interactions")).Element("strong", "Together: ");
        html.Text(string.Join(", ", measure.Interactions.Select(pair => $"{pair.First} × {pair.Second} {Percent(pair.Share)}")));
        if (measure.Rest is { } rest)
            html.Text($"; {Percent(rest)} belongs to none of them alone");
        html.Text(".").Close("p");
    }

    private static string Signed(double value) => value > 0 ? $"+{Figures.Loss(value)}" : Figures.Loss(value);

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
