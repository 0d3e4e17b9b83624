using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Brings one run of a trial to its end in the store: all its files, and last its record, so that a record means that the trial ended.
/// Where two runs of one trial end in the same moment, the one whose result is there first goes on, and the other waits for its record.
/// The first record of a completed run stands, whatever becomes of the others, and what it says of its files is true.
/// </summary>
internal sealed class TrialEnding(
    IStore store, FinishedTrials finished, string trialId, TimeSpan timeToYield, TimeProvider clock, ILogger logger)
{
    private const string Container = StoreLayout.TrialsContainer;
    private const string PngType = "image/png";

    private static readonly TimeSpan Looking = TimeSpan.FromMilliseconds(200);

    private readonly TrialDrawings _drawings = new(store, logger);
    private readonly RecordMending _mending = new(store, finished, new TrialDrawings(store, logger), trialId);
    private readonly KeptSnapshots _snapshots = new(store);
    private IReadOnlyList<RecordedFile> _drawn = [];

    private string RecordName => StoreLayout.TrialRecord(trialId);

    /// <summary>Another run's record that stands, so that this run is to leave it alone; null where this run is to write its own.</summary>
    /// <param name="hasFailed">Whether this run failed: one that completed counts for more than one that failed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<TrialRecord?> FindOtherAsync(bool hasFailed, CancellationToken cancellation) =>
        await finished.FindAsync(trialId, cancellation) is { } other && (hasFailed || other.State == TrialState.Completed) ? other : null;

    /// <summary>Writes it all.</summary>
    /// <param name="describe">Makes the record of what the store holds now, without what lies beside the result but for the snapshots.</param>
    /// <param name="image">The result; null for a trial that failed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<TrialEnd> WriteAsync(
        Func<CancellationToken, Task<TrialRecord>> describe, TrialImage? image, CancellationToken cancellation)
    {
        var claimed = image is not null && await ClaimAsync(image, cancellation);
        if (image is not null && !claimed && await YieldAsync(cancellation) is { } quicker)
            return new TrialEnd(quicker, null);
        var record = await WriteFilesAsync(await describe(cancellation), image, claimed, cancellation);
        if (await store.CreateDocumentAsync(Container, RecordName, record, cancellation))
            return new TrialEnd(null, null);
        return await WriteBesideAsync(describe, record, image, cancellation);
    }

    /// <summary>Makes another run's record true again where this run wrote over files that it describes.</summary>
    /// <param name="other">The record.</param>
    /// <param name="snapshots">The snapshots that this run wrote.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task MendAsync(TrialRecord other, IReadOnlyDictionary<int, WrittenSnapshot> snapshots, CancellationToken cancellation)
    {
        var written = snapshots.Select(snapshot => new RecordedFile(StoreLayout.SnapshotName(snapshot.Key), snapshot.Value.Sha256));
        return _mending.MendAsync(other, [.. written, .. _drawn], cancellation);
    }

    /// <inheritdoc cref="KeptSnapshots.FindAsync"/>
    public Task<IReadOnlyDictionary<int, string>> FindSnapshotsAsync(
        Trial trial, IReadOnlyList<TrialEvent> events, IReadOnlyDictionary<int, WrittenSnapshot> written, CancellationToken cancellation) =>
        _snapshots.FindAsync(trial, events, written, cancellation);

    /// <summary>Removes the progress, which is of no use beside a record.</summary>
    public Task RemoveProgressAsync(CancellationToken cancellation) => store.DeleteAsync(Container, StoreLayout.TrialProgress(trialId), cancellation);

    /// <summary>Removes the checkpoint, which is of no use beside a record.</summary>
    public Task RemoveCheckpointAsync(CancellationToken cancellation) => store.DeleteAsync(Container, StoreLayout.TrialCheckpoint(trialId), cancellation);

    /// <summary>A record is there: of a run that ended while this one wrote, or none that can be relied on.</summary>
    private async Task<TrialEnd> WriteBesideAsync(
        Func<CancellationToken, Task<TrialRecord>> describe, TrialRecord record, TrialImage? image, CancellationToken cancellation)
    {
        while (true)
        {
            var there = await store.ReadAsync(Container, RecordName, cancellation);
            var other = await finished.FindAsync(trialId, cancellation);
            // It was there when this run began, and could not be relied on then: what it lacked was written by this run.
            if (other?.FinishedAt < record.StartedAt)
                other = null;
            if (other is not null && StandsBefore(other, record))
                return new TrialEnd(other, null);
            record = await WriteFilesAsync(await describe(cancellation), image, isThere: false, cancellation);
            if (!await store.WriteDocumentIfAsync(Container, RecordName, record, there?.ETag, cancellation))
                continue;
            if (other is not null)
                Logs.TrialWrittenAnew(logger, trialId);
            return new TrialEnd(null, other);
        }
    }

    /// <summary>Whether another's record stands before that of this run, whose result is written by now: not where the other's would not be true any more.</summary>
    private static bool StandsBefore(TrialRecord other, TrialRecord own) =>
        own.State == TrialState.Failed
        || (other.State == TrialState.Completed && (other.ImageSha256, other.OutputSha256) == (own.ImageSha256, own.OutputSha256));

    /// <summary>False where there is a result: of a run that ends now, of one that was broken off as it ended, or of a record that is gone.</summary>
    private async Task<bool> ClaimAsync(TrialImage image, CancellationToken cancellation) =>
        await store.WriteIfAsync(Container, StoreLayout.TrialImage(trialId), image.Png, PngType, knownETag: null, cancellation) is not null;

    private async Task<TrialRecord?> YieldAsync(CancellationToken cancellation)
    {
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < timeToYield; await Task.Delay(Looking, clock, cancellation))
        {
            if (await FindOtherAsync(hasFailed: false, cancellation) is { } other)
                return other;
        }

        return null;
    }

    private async Task<TrialRecord> WriteFilesAsync(TrialRecord record, TrialImage? image, bool isThere, CancellationToken cancellation)
    {
        if (image is not null && !isThere)
            await store.WriteAsync(Container, StoreLayout.TrialImage(trialId), image.Png, PngType, cancellation);
        if (image?.Output is { } output)
            await store.WriteAsync(Container, StoreLayout.TrialOutput(trialId, output.Name), output.Bytes, output.ContentType, cancellation);
        _drawn = await _drawings.WriteAsync(record, image?.Png, cancellation);
        return record with { Files = [.. record.Files ?? [], .. _drawn] };
    }
}
