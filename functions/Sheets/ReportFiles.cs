using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Reads what a report shows of single trials from the store, when it is drawn.</summary>
public sealed class ReportFiles(IStore store, FinishedTrials finished) : IReportFiles
{
    internal const string PngType = "image/png";
    internal const string WebPType = "image/webp";

    /// <inheritdoc/>
    public async ValueTask<ReportImage?> ReadImageAsync(ReportTrial trial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var image = await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(trial.Trial.Id), cancellation);
        // It was held against its record before; between then and now it may have been replaced.
        return image is not null && Sha256.Of(image.Content.Span) == trial.Record?.ImageSha256 ? new ReportImage(image.Content, PngType) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<ReportImage?> ReadFilmStripAsync(ReportTrial trial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var strip = await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSmallFilmStrip(trial.Trial.Id), cancellation);
        return strip is null ? null : new ReportImage(strip.Content, WebPType);
    }

    /// <inheritdoc/>
    public async ValueTask<TrialRecord?> ReadRecordAsync(ReportTrial trial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var record = await finished.ReadRecordAsync(trial.Trial.Id, cancellation);
        // Another end, from a run that went on meanwhile, would contradict what the report says of the trial.
        return record?.StartedAt == trial.Record?.StartedAt ? record : null;
    }
}
