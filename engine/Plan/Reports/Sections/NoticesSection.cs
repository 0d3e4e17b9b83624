using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What has to be known before anything is read off the page: that the sweep still runs, that it was a search, that comparisons are confounded.</summary>
internal static class NoticesSection
{
    private const int MostOpen = 3;

    /// <summary>Writes what there is to know; nothing for a sweep that has ended and whose comparisons are sound.</summary>
    public static void Write(ReportIndex index, HtmlWriter html)
    {
        if (index.Report.IsPartial)
            WriteProgress(index, html);
        if (SearchWords.Of(index.Report.Plan) is { } search)
            WriteSearch(search, html);
        if (index.Effects.Warnings.Count > 0)
            WriteWarnings(index.Effects.Warnings, html);
    }

    private static void WriteSearch(string search, HtmlWriter html)
    {
        html.Open("div", ("class", "banner search"), ("role", "note"), ("id", "search"));
        html.Element("strong", $"{search}.");
        html.Text(" At each rung, trials of the same images were ranked by improvement from their own start, by content distance and by style distance, which are proxies, and the best mean ranks went up; losses were not compared. What was dropped shows its result of the last rung that it ran at, which is smaller.");
        html.Close("div").Line();
    }

    private static void WriteWarnings(IReadOnlyList<ConfoundingWarning> warnings, HtmlWriter html)
    {
        html.Open("details", ("class", "banner warn"), ("id", "warnings"), ("open", warnings.Count <= MostOpen ? string.Empty : null));
        html.Open("summary").Element("strong", $"{Figures.Counted(warnings.Count, "comparison")} to be read with care").Close("summary").Open("ul");
        foreach (var warning in warnings)
            html.Element("li", warning.Text, ("data-kind", EnumNames.Of(warning.Kind)));
        html.Close("ul").Close("details").Line();
    }

    private static void WriteProgress(ReportIndex index, HtmlWriter html)
    {
        var (all, ended) = (index.Trials.Count, index.Trials.Count(trial => trial.State is not (TrialState.Pending or TrialState.Running)));
        var running = index.Trials.Count(trial => trial.State == TrialState.Running);
        html.Open("div", ("class", "banner partial"), ("role", "note"), ("id", "partial"));
        html.Element("strong", "The sweep still runs.");
        html.Text($" This is how far it was at {Figures.Moment(index.Report.FinishedAt)} UTC: {Figures.Count(ended)} of {Figures.Counted(all, "trial")} ended, {Figures.Count(running)} running.");
        html.Open("progress", ("max", Figures.Count(all)), ("value", Figures.Count(ended)), ("aria-label", "Trials that ended")).Close("progress");
        html.Close("div").Line();
    }
}
