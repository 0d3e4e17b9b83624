using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>Finished sweeps: each trial's image has its own color, its losses fall by a rule that tests know.</summary>
internal static class SampleReport
{
    public const string FailedReason = "the loss became NaN at evaluation 3";
    public const int Evaluations = 5;

    /// <summary>The parameters that a sweep of the default preset has something to say about.</summary>
    public static readonly string[] ShownParameters =
    [
        "network", "imageSize", "iterations", "contentLayers", "styleLayers", "contentWeight", "styleWeight", "tvWeight", "convention",
        "tvConvention", "pooling", "init", "optimizer", "learningRate", "lineSearch", "historySize", "clamp",
    ];

    public static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Three style weights by two inits by two poolings, the poolings on pages. Of the second row, the first cell failed.</summary>
    public static Report Make() => Make("""
        axes:
          styleWeight: [0.5, 30, 4]
          init: [content, gray]
          pooling: [max, average]
        grid: {rows: init, columns: styleWeight, pages: pooling}
        """);

    public static Report Make(string lines) => Make(Sample.Plan(Sample.With(lines)));

    public static Report Make(SweepPlan plan)
    {
        var pages = GridPages.Of(plan);
        var failed = pages[0].Rows.Count > 1 ? pages[0].TrialIds[1][0] : null;
        return new Report
        {
            Plan = plan,
            Pages = pages,
            Trials = [.. plan.Trials.Select((trial, index) => Trial(trial, index, trial.Id == failed))],
            Contents = Inputs(plan.Trials.Select(trial => trial.Content.Name), 90),
            Styles = Inputs(plan.Trials.Select(trial => trial.Style.Name), 180),
            StartedAt = Start,
            FinishedAt = Start.AddSeconds(102),
        };
    }

    /// <summary>The same report with one trial changed.</summary>
    public static Report With(this Report report, string trialId, Func<ReportTrial, ReportTrial> change) =>
        report with { Trials = [.. report.Trials.Select(trial => trial.Trial.Id == trialId ? change(trial) : trial)] };

    /// <summary>The total loss of the trial at a place of <see cref="Report.Trials"/> at an evaluation.</summary>
    public static double Total(int index, int evaluation) => (index + 1) * 10.0 / evaluation;

    /// <summary>The preview of a trial's result, half as large as the result itself.</summary>
    public static ReportPicture Picture(string trialId) => new(new ReportImage(SampleFiles.Png(trialId, 32, 24), "image/png"), 32, 24, 5000);

    /// <summary>The measures of the trial at a place of <see cref="Report.Trials"/>.</summary>
    public static TrialMeasures Measures(int index) => new()
    {
        Yardstick = "vgg19-mini/1",
        ContentDistance = 0.05 * (index + 1),
        StyleDistance = 0.9 / (index + 1),
        ColorShift = 8 + (3 * (index % 5)),
        Sharpness = 0.02 + (0.004 * (index % 7)),
        EvaluationsTo95 = 3 + (index % 3),
    };

    /// <summary>The page of a report, as text.</summary>
    public static string Render(Report report)
    {
        using var stream = new MemoryStream();
        ReportPage.WriteAsync(report, new SampleFiles(report), stream).GetAwaiter().GetResult();
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ReportTrial Trial(Trial trial, int index, bool failed) => new()
    {
        Trial = trial,
        State = failed ? TrialState.Failed : TrialState.Completed,
        Reason = failed ? FailedReason : null,
        Record = Record(trial, index, failed),
        Picture = failed ? null : Picture(trial.Id),
    };

    private static TrialRecord Record(Trial trial, int index, bool failed) => new()
    {
        TrialId = trial.Id,
        State = failed ? TrialState.Failed : TrialState.Completed,
        Reason = failed ? FailedReason : null,
        Parameters = trial.Parameters,
        Content = trial.Content,
        Style = trial.Style,
        Weights = trial.Weights,
        Environment = new EnvironmentRecord
        {
            Product = "0.1.0+test",
            NumericVersion = 1,
            Tensors = "TorchSharp (test)",
            Images = "libvips (test)",
            Device = "cpu",
            Threads = 2,
            Platform = "test",
        },
        Width = failed ? 0 : 64,
        Height = failed ? 0 : 48,
        ImageSha256 = failed ? null : Sample.Hash($"result {index}"),
        Measures = failed ? null : Measures(index),
        Evaluations = [.. Enumerable.Range(1, failed ? 2 : Evaluations).Select(number => Evaluation(index, number))],
        StartedAt = Start,
        FinishedAt = Start.AddSeconds(5),
        Seconds = 4.5 + index,
    };

    private static EvaluationRecord Evaluation(int index, int number)
    {
        var total = Total(index, number);
        return new EvaluationRecord(number, total, total * 0.25, total * 0.5, total * 0.25, number * 0.8);
    }

    private static Dictionary<string, ReportImage> Inputs(IEnumerable<string> names, byte shade) =>
        names.Distinct().Order(StringComparer.Ordinal).Select((name, index) => (name, index)).ToDictionary(
            input => input.name, input => Image(40, 30, (byte)(shade + (input.index * 8))));

    private static ReportImage Image(int width, int height, byte shade) => new(SamplePng.Of(width, height, shade, (byte)(255 - shade), 120), "image/png");
}
