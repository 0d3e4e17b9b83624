using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>A sweep of hundreds of trials: 5 axes, previews of 8 KB.</summary>
internal static class LargeReport
{
    private const int PreviewWidth = 256;
    private const int PreviewHeight = 192;

    /// <summary>A sweep of so many trials, a multiple of 100.</summary>
    public static Report Make(int trials)
    {
        var report = SampleReport.Make($$"""
            axes:
              styleWeight: 1e-2..1e2 log {{trials / 100}}
              contentWeight: 0.1..10 log 5
              init: [content, gray, noise, paper, style]
              pooling: [max, average]
              tvWeight: [0, 1]
            grid: {rows: [init, pooling, tvWeight], columns: [contentWeight, styleWeight]}
            limits: {maxTrials: 5000}
            """);
        return report with
        {
            Trials = [.. report.Trials.Select(trial => trial.Picture is null ? trial : trial with { Picture = Picture(trial.Trial.Id) })],
            PageBudgetBytes = 0,
        };
    }

    // Noise on a color of its own, so that decoding it costs what a photograph's preview costs.
    private static ReportPicture Picture(string trialId) =>
        new(new ReportImage(SamplePng.Noisy(PreviewWidth, PreviewHeight, trialId), "image/png"), PreviewWidth, PreviewHeight, 200_000);
}
