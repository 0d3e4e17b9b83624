using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>
/// What the detail view says about each trial, as the text of inert elements: a browser makes elements of it only when the trial is opened.
/// All text in it is encoded, so that it holds no tag but this project's own.
/// </summary>
internal sealed class DetailSection(ReportIndex index, IReportFiles files, HtmlWriter html)
{
    /// <summary>Writes one for each trial; its evaluations are read for it and let go again.</summary>
    public async ValueTask WriteAsync(CancellationToken cancellation)
    {
        foreach (var trial in index.Trials)
        {
            html.Open("script", ("type", "text/plain"), ("id", $"detail-{trial.Trial.Id}"));
            WriteState(trial);
            WriteFilmStrip(trial);
            if (trial.Record is not null && await files.ReadRecordAsync(trial, cancellation) is { } record)
                WriteCourse(record);
            MeasuresSection.Write(trial, html);
            WriteParameters(trial);
            WriteRun(trial);
            WriteIdentity(trial);
            html.Close("script").Line();
        }
    }

    private void WriteState(ReportTrial trial)
    {
        if (trial.State == TrialState.Completed)
            return;
        html.Open("div", ("class", trial.State == TrialState.Failed ? "notice failed" : "notice idle")).Element("strong", index.StateOf(trial));
        if (trial is { State: TrialState.Running, Progress: { } progress })
            html.Element("p", $"{ProgressWords.Of(progress)}; total loss {Figures.Loss(progress.Total)} after {Figures.Duration(progress.Seconds)}.");
        if (trial.Reason is not null || !index.Report.IsPartial)
            html.Element("p", trial.Reason ?? "No reason was recorded.");
        html.Close("div");
    }

    private void WriteFilmStrip(ReportTrial trial)
    {
        if (!trial.HasFilmStrip)
            return;
        html.Open("section").Element("h3", $"Snapshots of {Figures.Counted(trial.Record?.Snapshots.Count ?? 0, "evaluation")}");
        // It is wider than the panel, and scrolled by keys too.
        html.Open("div", ("class", "strip"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Film strip of the snapshots"));
        html.Open("img", ("alt", "The image at the snapshots, from the first to the last"), ("data-strip", trial.Trial.Id)).Close("div").Close("section");
    }

    private void WriteCourse(TrialRecord record)
    {
        EventsSection.Write(record, html);
        if (record.Evaluations.Count > 0)
            WriteLosses(record);
        LayersSection.Write(record, html);
    }

    private void WriteLosses(TrialRecord record)
    {
        var (first, last) = (record.Evaluations[0], record.Evaluations[^1]);
        html.Open("section").Element("h3", "Loss").Open("table", ("class", "losses")).Open("thead").Open("tr");
        foreach (var name in (string[])["weighted", "first", "last", "change"])
            html.Element("th", name, ("scope", "col"));
        html.Close("tr").Close("thead").Open("tbody");
        WriteLoss("total", first.Total, last.Total);
        WriteLoss("content", first.Content, last.Content);
        WriteLoss("style", first.Style, last.Style);
        WriteLoss("tv", first.Tv, last.Tv);
        html.Close("tbody").Close("table").Markup(LossCurve.Svg(record.Evaluations));
        html.Markup(ImprovementCurve.Svg(record.Evaluations)).Close("section");
    }

    private void WriteLoss(string name, double first, double last) => html
        .Open("tr")
        .Element("th", name, ("scope", "row"), ("class", name))
        .Element("td", Figures.Loss(first))
        .Element("td", Figures.Loss(last))
        .Element("td", Figures.Change(first, last))
        .Close("tr");

    private void WriteParameters(ReportTrial trial)
    {
        var parameters = ReportIndex.ParametersOf(trial);
        html.Open("section").Element("h3", "Parameters").Open("dl", ("class", "facts"));
        WriteInput(AxisNames.Content, ReportIndex.ContentOf(trial), index.ContentVaries);
        WriteInput(AxisNames.Style, ReportIndex.StyleOf(trial), index.StyleVaries);
        var varying = index.Varying.Where(parameter => Influence.Has(parameter, parameters)).ToList();
        foreach (var parameter in varying)
            WriteFact(parameter.Name, ReportIndex.Value(parameter, parameters), varies: true, parameter.Description);
        var shared = ParameterCatalog.All.Except(varying).ToLookup(parameter => ShownParameters.IsShown(parameter, parameters));
        var neutral = shared[false].ToList();
        WriteShared(shared[true], parameters);
        html.Close("dl");
        if (neutral.Count > 0)
        {
            html.Open("details", ("class", "neutral")).Element("summary", $"{Figures.Counted(neutral.Count, "more parameter")} that change nothing here");
            html.Open("dl", ("class", "facts"));
            WriteShared(neutral, parameters);
            html.Close("dl").Close("details");
        }

        html.Close("section");
    }

    private void WriteShared(IEnumerable<ParameterDefinition> shared, TrialParameters parameters)
    {
        foreach (var parameter in shared)
            WriteFact(parameter.Name, ReportIndex.Value(parameter, parameters), varies: false, parameter.Description);
    }

    private void WriteInput(string name, string value, bool varies)
    {
        if (value.Length > 0)
            WriteFact(name, value, varies, $"The {name} image");
    }

    private void WriteRun(ReportTrial trial)
    {
        if (trial.Record is not { } record)
            return;
        html.Open("section").Element("h3", "Run").Open("dl", ("class", "facts"));
        WriteFact("evaluations", Evaluations(trial));
        if (record.BestEvaluation is { } best)
            WriteFact("lowest loss", $"at evaluation {Figures.Count(best)}");
        WriteFact("time", Figures.Seconds(record.Seconds));
        if (trial.Course is { } course)
            WriteFact("per evaluation", Figures.Seconds(course.Last.Seconds / course.Count));
        if (record.Width > 0)
            WriteFact("image", $"{Figures.Count(record.Width)} × {Figures.Count(record.Height)} px");
        if (record.OutputFile is { } output)
            WriteFact("output file", output);
        WriteFact("began", $"{Figures.Moment(record.StartedAt)} UTC{(trial.Reused ? ", an earlier run" : string.Empty)}");
        if (record.Environment is { } environment)
        {
            WriteFact("device", environment.Device);
            WriteFact("threads", Figures.Count(environment.Threads));
            WriteFact("tensors", environment.Tensors);
            WriteFact("images", environment.Images);
            WriteFact("platform", environment.Platform);
            WriteFact("product", environment.Product);
            WriteFact("numeric version", Figures.Count(environment.NumericVersion));
        }

        html.Close("dl").Close("section");
    }

    /// <summary>How many there were, and how many were planned where that is more: a trial may stop early, or fail.</summary>
    private static string Evaluations(ReportTrial trial)
    {
        var (planned, done) = (ReportIndex.ParametersOf(trial).TotalEvaluations, trial.Course?.Count ?? 0);
        return done < planned ? $"{Figures.Count(done)} of at most {Figures.Count(planned)}" : Figures.Count(done);
    }

    private void WriteIdentity(ReportTrial trial)
    {
        html.Open("section").Element("h3", "Identity").Open("dl", ("class", "facts hashes"));
        WriteFact("trial", trial.Trial.Id);
        WriteFact("content", trial.Trial.Content.Sha256);
        foreach (var style in trial.Trial.Styles)
            WriteFact("style", style.Sha256);
        foreach (var other in trial.Trial.OtherImages)
            WriteFact(other.Name, other.Sha256);
        WriteFact("weights", trial.Trial.Weights.Sha256);
        if (trial.Record?.ImageSha256 is { } hash)
            WriteFact("result", hash);
        if (trial.Record?.OutputSha256 is { } output)
            WriteFact("output", output);
        html.Close("dl").Close("section");
    }

    private void WriteFact(string name, string value, bool varies = false, string? explanation = null)
    {
        html.Open("div", ("class", varies ? "varies" : null)).Open("dt", ("title", explanation)).Text(name);
        if (varies)
            html.Element("span", " varies", ("class", "badge"));
        html.Close("dt").Element("dd", value).Close("div");
    }
}
