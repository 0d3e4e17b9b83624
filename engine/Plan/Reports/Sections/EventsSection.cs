using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What happened out of the ordinary in one trial.</summary>
internal static class EventsSection
{
    /// <summary>Writes the events in order; nothing where there are none.</summary>
    public static void Write(TrialRecord record, HtmlWriter html)
    {
        if (record.Events.Count == 0)
            return;
        html.Open("section").Element("h3", "Events").Open("ol", ("class", "events"));
        foreach (var happened in record.Events)
        {
            html.Open("li").Element("strong", EventWords.Of(happened.Kind));
            html.Element("span", happened.Evaluation == 0 ? "before the first evaluation" : $"after evaluation {Figures.Count(happened.Evaluation)}", ("class", "kind"));
            html.Element("p", happened.Text).Close("li");
        }

        html.Close("ol").Close("section");
    }
}
