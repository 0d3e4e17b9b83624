using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Makes the record of a trial true again after another run of it wrote over some of its files, which differ where a device computes
/// the same thing a little differently each time. Result and record stay: snapshots are listed as they are, drawings are drawn once more.
/// </summary>
internal sealed class RecordMending(IStore store, FinishedTrials finished, TrialDrawings drawings, string trialId)
{
    private const string Container = StoreLayout.TrialsContainer;

    /// <summary>Mends it, unless it is true.</summary>
    /// <param name="record">The record.</param>
    /// <param name="written">What the other run wrote, by its name in the trial's folder.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task MendAsync(TrialRecord record, IReadOnlyList<RecordedFile> written, CancellationToken cancellation)
    {
        var suspects = written.ToDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal);
        while (await FindOverwrittenAsync(record, suspects, cancellation) is { Count: > 0 } overwritten)
        {
            var there = await store.ReadAsync(Container, StoreLayout.TrialRecord(trialId), cancellation);
            var mended = await DescribeAsync(record, overwritten, cancellation);
            if (there is null || await store.WriteDocumentIfAsync(Container, StoreLayout.TrialRecord(trialId), mended, there.ETag, cancellation))
                return;
            // Somebody else wrote it meanwhile.
            if (await finished.FindAsync(trialId, cancellation) is not { } newer)
                return;
            record = newer;
        }
    }

    /// <summary>Files that are not as the record says, with the SHA-256 of what is there; null for one that is gone.</summary>
    private async Task<Dictionary<string, string?>> FindOverwrittenAsync(
        TrialRecord record, Dictionary<string, string> suspects, CancellationToken cancellation)
    {
        var overwritten = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in record.Files ?? [])
        {
            if (!suspects.TryGetValue(file.Name, out var written) || written == file.Sha256)
                continue;
            // The run of the record may have been the last to write it all the same.
            var there = await store.ReadAsync(Container, $"{trialId}/{file.Name}", cancellation);
            var sha256 = there is null ? null : Sha256.Of(there.Content.Span);
            if (sha256 != file.Sha256)
                overwritten[file.Name] = sha256;
        }

        return overwritten;
    }

    private async Task<TrialRecord> DescribeAsync(TrialRecord record, Dictionary<string, string?> overwritten, CancellationToken cancellation)
    {
        var snapshots = new SortedDictionary<int, string>();
        foreach (var evaluation in record.Snapshots)
        {
            var name = StoreLayout.SnapshotName(evaluation);
            if ((overwritten.TryGetValue(name, out var there) ? there : record.Files!.First(file => file.Name == name).Sha256) is { } sha256)
                snapshots[evaluation] = sha256;
        }

        var mended = TrialRecords.With(record, snapshots);
        var result = record.State == TrialState.Completed
            ? await store.ReadAsync(Container, StoreLayout.TrialImage(trialId), cancellation)
            : null;
        var drawn = await drawings.WriteAsync(mended, result?.Content.ToArray(), cancellation);
        return mended with { Files = [.. mended.Files!, .. drawn] };
    }
}
