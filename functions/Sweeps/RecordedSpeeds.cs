using System.Collections.Concurrent;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>How long this store's trials took, as their records say.</summary>
public sealed class RecordedSpeeds(IStore store)
{
    /// <summary>Records that are read at most. Ids are hashes, so that the first of them are as good a sample as any.</summary>
    public const int MostRecords = 128;

    private const int ReadsAtOnce = 8;

    /// <summary>The speeds of a sample of the store's records.</summary>
    /// <param name="preferred">Trials whose records are read first, such as those of the sweep's earlier runs.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<RecordedSpeed>> ReadAsync(IEnumerable<string> preferred, CancellationToken cancellation)
    {
        var names = preferred.Take(MostRecords).Select(StoreLayout.TrialRecord).ToHashSet();
        if (names.Count < MostRecords)
            await AddOthersAsync(names, cancellation);
        var speeds = new ConcurrentBag<RecordedSpeed>();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(names, atOnce, async (name, stop) =>
        {
            if (await store.FindDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, name, stop) is { } record && RecordedSpeed.Of(record) is { } speed)
                speeds.Add(speed);
        });
        return [.. speeds];
    }

    private async Task AddOthersAsync(HashSet<string> names, CancellationToken cancellation)
    {
        await foreach (var entry in store.ListAsync(StoreLayout.TrialsContainer, string.Empty, cancellation))
        {
            if (entry.Name == StoreLayout.TrialRecord(entry.Name.Split('/')[0]))
                names.Add(entry.Name);
            if (names.Count >= MostRecords)
                return;
        }
    }
}
