using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>The files of a sample report: every result is 64 x 48 pixels of its own color, twice the size of its preview.</summary>
internal sealed class SampleFiles(Report report) : IReportFiles
{
    /// <summary>Trials whose results were read, in order.</summary>
    public List<string> Read { get; } = [];

    public static ReportImage FilmStrip { get; } = new(SamplePng.Of(1200, 116, 200, 120, 40), "image/png");

    /// <summary>A result of some size; the color is the trial's own.</summary>
    public static byte[] Png(string trialId, int width, int height) =>
        SamplePng.Of(width, height, Byte(trialId, 0), Byte(trialId, 2), Byte(trialId, 4));

    public ValueTask<ReportImage?> ReadImageAsync(ReportTrial trial, CancellationToken cancellation)
    {
        Read.Add(trial.Trial.Id);
        return new(trial.Picture is null ? null : new ReportImage(Png(trial.Trial.Id, 64, 48), "image/png"));
    }

    public ValueTask<ReportImage?> ReadFilmStripAsync(ReportTrial trial, CancellationToken cancellation) => new(FilmStrip);

    public ValueTask<TrialRecord?> ReadRecordAsync(ReportTrial trial, CancellationToken cancellation) =>
        new(report.Trials.Single(other => other.Trial.Id == trial.Trial.Id).Record);

    private static byte Byte(string trialId, int at) => Convert.ToByte(trialId.Substring(at, 2), 16);
}
