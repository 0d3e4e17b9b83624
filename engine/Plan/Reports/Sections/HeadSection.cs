using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>The top of the page: counts and times, the images that went in, and the settings that all trials share.</summary>
internal static class HeadSection
{
    /// <summary>Writes one line of counts and times.</summary>
    public static void WriteFacts(ReportIndex index, HtmlWriter html)
    {
        foreach (var (fact, kind) in Facts(index))
            html.Element("li", fact, ("class", kind));
    }

    /// <summary>Writes the content and style images and those that parameters name. The page's script shows them.</summary>
    public static void WriteInputs(ReportIndex index, HtmlWriter html)
    {
        WriteInputs(index.Contents.Select(name => (AxisNames.Content, name)), index.Report.Contents, html);
        WriteInputs(index.Styles.Select(name => (AxisNames.Style, name)), index.Report.Styles, html);
        WriteInputs(ParameterImages.Of(index.Report.Plan), index.Report.Others, html);
    }

    /// <summary>Writes names and values of the shared settings.</summary>
    public static void WriteShared(ReportIndex index, HtmlWriter html)
    {
        foreach (var parameter in index.Shared)
        {
            html.Open("div")
                .Element("dt", parameter.Name, ("title", parameter.Description))
                .Element("dd", ReportIndex.Value(parameter, index.InfluencedBy(parameter).First()))
                .Close("div").Line();
        }
    }

    private static IEnumerable<(string Fact, string? Kind)> Facts(ReportIndex index)
    {
        var report = index.Report;
        var completed = index.Trials.Count(trial => trial.State == TrialState.Completed);
        yield return (completed == index.Trials.Count
            ? $"{Figures.Counted(completed, "trial")}, all completed"
            : $"{Figures.Count(completed)} of {Figures.Counted(index.Trials.Count, "trial")} completed", null);
        foreach (var group in index.Trials.Where(trial => trial.State != TrialState.Completed).GroupBy(index.StateOf))
            yield return ($"{Figures.Count(group.Count())} {group.Key}", group.Any(trial => trial.State == TrialState.Failed) || group.Key == "not run" ? "bad" : null);

        var reused = index.Trials.Count(trial => trial.Reused);
        if (reused > 0)
            yield return ($"{Figures.Count(reused)} taken from earlier runs, {Figures.Duration(Work(reused: true))} of work then", null);

        var took = Figures.Duration((report.FinishedAt - report.StartedAt).TotalSeconds);
        yield return (reused == index.Trials.Count ? "nothing computed anew" : $"{Figures.Duration(Work(reused: false))} of work in {took}", null);
        yield return ($"{Figures.Moment(report.FinishedAt)} UTC", null);

        // The rungs of a search below those that are shown were work too.
        double Work(bool reused) => report.Trials.Where(trial => trial.Reused == reused).Sum(trial => trial.Record?.Seconds ?? 0);
    }

    private static void WriteInputs(
        IEnumerable<(string Kind, string Name)> inputs, IReadOnlyDictionary<string, ReportImage> images, HtmlWriter html)
    {
        html.Open("div", ("class", "inputs-of-kind"));
        foreach (var (kind, name) in inputs)
        {
            html.Open("figure");
            if (images.ContainsKey(name))
                html.Open("img", ("alt", $"{kind} image {name}"), ("data-input", $"{kind}:{name}"), ("decoding", "async"));
            html.Open("figcaption").Element("span", kind, ("class", "kind")).Text(" ").Element("span", name).Close("figcaption");
            html.Close("figure").Line();
        }

        html.Close("div");
    }
}
