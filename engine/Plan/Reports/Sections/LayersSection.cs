using System.Globalization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What each layer added to the loss of a trial's last evaluation.</summary>
internal static class LayersSection
{
    /// <summary>Writes a row a layer; nothing where the layers were not recorded.</summary>
    public static void Write(TrialRecord record, HtmlWriter html)
    {
        if (record.Layers.Count == 0 || record.Evaluations.Count == 0 || record.Evaluations[^1].Layers.Count != record.Layers.Count)
            return;
        var last = record.Evaluations[^1];
        html.Open("section").Element("h3", $"Layers at evaluation {Figures.Count(last.Evaluation)}");
        html.Open("table", ("class", "losses layers")).Open("thead").Open("tr");
        foreach (var name in (string[])["weighted", "weight", "loss", "of total"])
            html.Element("th", name, ("scope", "col"));
        html.Close("tr").Close("thead").Open("tbody");
        for (var i = 0; i < record.Layers.Count; i++)
            WriteLayer(record.Layers[i], last.Layers[i], last.Total, html);
        html.Close("tbody").Close("table").Close("section");
    }

    private static void WriteLayer(LossLayer layer, double loss, double total, HtmlWriter html)
    {
        var part = EnumNames.Of(layer.Loss);
        html.Open("tr").Element("th", $"{part} {layer.Layer}", ("scope", "row"), ("class", part));
        html.Element("td", Figures.Loss(layer.Weight)).Element("td", Figures.Loss(loss)).Element("td", Share(loss, total)).Close("tr");
    }

    private static string Share(double loss, double total) =>
        total > 0 && double.IsFinite(total) && double.IsFinite(loss) ? (loss / total).ToString("0.0 %", CultureInfo.InvariantCulture) : "–";
}
