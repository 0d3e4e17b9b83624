using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What has to be known before anything is read off the page: that the sweep still runs.</summary>
internal static class NoticesSection
{
    /// <summary>Writes how far an unfinished sweep is; nothing for one that has ended.</summary>
    public static void Write(ReportIndex index, HtmlWriter html)
    {
        if (!index.Report.IsPartial)
            return;
        var (all, ended) = (index.Trials.Count, index.Trials.Count(trial => trial.State is not (TrialState.Pending or TrialState.Running)));
        var running = index.Trials.Count(trial => trial.State == TrialState.Running);
        html.Open("div", ("class", "banner partial"), ("role", "note"), ("id", "partial"));
        html.Element("strong", "The sweep still runs.");
        html.Text($" This is how far it was at {Figures.Moment(index.Report.FinishedAt)} UTC: {Figures.Count(ended)} of {Figures.Counted(all, "trial")} ended, {Figures.Count(running)} running.");
        html.Open("progress", ("max", Figures.Count(all)), ("value", Figures.Count(ended)), ("aria-label", "Trials that ended")).Close("progress");
        html.Close("div").Line();
    }
}
