using Microsoft.Extensions.Logging;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Sheets.Strips;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Reports.Plots;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Draws what lies beside a trial's result: its snapshots as a film strip, the plots of its evaluations. They show nothing that the record
/// and the snapshots don't hold, so that one which can't be drawn or written is left out, and the trial is none the worse.
/// </summary>
internal sealed class TrialDrawings(IStore store, ILogger logger)
{
    // The strip's own frames are no larger; so hundreds of snapshots of any size fit into memory.
    private const int LongestFrame = 320;

    // What a report can carry of every trial: one row of a few kilobytes.
    private const int FewFrames = 10;
    private const int SmallFrame = 160;
    private const int WebPQuality = 75;

    private readonly ImageReader _reader = new();

    /// <summary>Draws and writes all of it.</summary>
    /// <param name="record">What happened to the trial.</param>
    /// <param name="result">Its result as PNG; null when it failed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was written, by its name in the trial's folder.</returns>
    public async Task<IReadOnlyList<RecordedFile>> WriteAsync(TrialRecord record, byte[]? result, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        var id = record.TrialId;
        var written = new List<RecordedFile>();
        if (record.Snapshots.Count > 0)
            await GuardAsync(id, StoreLayout.TrialFilmStrip(id), name => WriteFilmStripsAsync(record, name, result, written, cancellation), cancellation);
        if (record.Evaluations.Count > 0)
            await GuardAsync(id, StoreLayout.TrialPlots(id, "svg"), _ => WritePlotsAsync(record, written, cancellation), cancellation);
        return written;
    }

    private async Task WriteFilmStripsAsync(
        TrialRecord record, string name, byte[]? result, List<RecordedFile> written, CancellationToken cancellation)
    {
        var frames = new List<(int Evaluation, byte[] Png)>();
        // One after the other: each is small once it is read.
        foreach (var evaluation in Spread(record.Snapshots, FilmStrip.MostFrames - 1))
        {
            var snapshot = StoreLayout.TrialSnapshot(record.TrialId, evaluation);
            if (await store.ReadAsync(StoreLayout.TrialsContainer, snapshot, cancellation) is { } blob)
                frames.Add((evaluation, Shrunk(snapshot, blob.Content.ToArray(), LongestFrame)));
        }

        var final = result is null ? null : Shrunk(StoreLayout.TrialImage(record.TrialId), result, LongestFrame);
        // The last snapshot often is the result.
        if (final is not null && frames is [.., var last] && last.Png.AsSpan().SequenceEqual(final))
            final = null;
        var strip = FilmStrip.Paint(frames, final, $"{TrialTitle.Of(record)} · trial {record.TrialId}");
        await WriteAsync(record, name, strip, "image/png", written, cancellation);

        var few = Spread(frames, FewFrames).Select(frame => (frame.Evaluation, Shrunk(name, frame.Png, SmallFrame))).ToList();
        var small = FilmStrip.Paint(few, final is null ? null : Shrunk(name, final, SmallFrame));
        var webP = ImageWriter.WebP(_reader.Read(name, small), WebPQuality);
        await WriteAsync(record, StoreLayout.TrialSmallFilmStrip(record.TrialId), webP, "image/webp", written, cancellation);
    }

    private async Task WritePlotsAsync(TrialRecord record, List<RecordedFile> written, CancellationToken cancellation)
    {
        var svg = TrialPlots.Svg(record);
        await WriteAsync(
            record, StoreLayout.TrialPlots(record.TrialId, "svg"), System.Text.Encoding.UTF8.GetBytes(svg), "image/svg+xml", written, cancellation);
        await WriteAsync(record, StoreLayout.TrialPlots(record.TrialId, "png"), PlotPicture.Png(svg), "image/png", written, cancellation);
    }

    private async Task GuardAsync(string trialId, string name, Func<string, Task> draw, CancellationToken cancellation)
    {
        try
        {
            await draw(name);
        }
#pragma warning disable CA1031 // Whatever went wrong with a drawing: hours of work must not be lost for it.
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Logs.NotDrawn(logger, exception, trialId, name);
        }
    }

    private byte[] Shrunk(string name, byte[] png, int longestSide) => ImageWriter.Png(_reader.Read(name, png, longestSide));

    /// <summary>At most so many of a list, evenly spaced, the first and the last among them.</summary>
    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> items, int most) =>
        items.Count <= most ? items : Enumerable.Range(0, most).Select(index => items[(int)((long)index * (items.Count - 1) / (most - 1))]);

    private async Task WriteAsync(
        TrialRecord record, string name, byte[] bytes, string contentType, List<RecordedFile> written, CancellationToken cancellation)
    {
        await store.WriteAsync(StoreLayout.TrialsContainer, name, bytes, contentType, cancellation);
        written.Add(new RecordedFile(name[(record.TrialId.Length + 1)..], Sha256.Of(bytes)));
    }
}
