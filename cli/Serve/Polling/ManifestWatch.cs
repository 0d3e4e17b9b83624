using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>
/// The blob trigger: looks at <c>sweeps/</c> and calls StartSweep for each version of a manifest once. What it saw it keeps in memory
/// only: after a restart, sweeps whose status says that they ended are left alone, and all others are started again.
/// </summary>
internal sealed class ManifestWatch(
    FunctionTable functions, IStore store, StatusWriter status, DurableTaskClient client, TimeProvider clock, ILogger<ManifestWatch> logger)
{
    private const int Attempts = 5;

    private readonly Dictionary<string, string> _seen = [];
    private readonly Dictionary<(string Name, string ETag), int> _failures = [];

    /// <summary>Watches until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var bell = new Bell();
        var pace = new PollingPace(clock, bell);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await LookAsync(stopping))
                    pace.FoundNews();
            }
            catch (StoreUnavailableException exception)
            {
                ServeLogs.StorageOutOfReach(logger, exception, StoreLayout.SweepsContainer);
            }

            await pace.WaitAsync(stopping);
        }
    }

    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        var there = new List<StoredEntry>();
        await foreach (var entry in store.ListAsync(StoreLayout.SweepsContainer, string.Empty, stopping))
            there.Add(entry);

        var fresh = there.Where(entry => _seen.GetValueOrDefault(entry.Name) != entry.ETag).ToList();
        foreach (var entry in fresh)
        {
            if (await HandleAsync(entry, stopping))
                _seen[entry.Name] = entry.ETag;
        }

        foreach (var gone in _seen.Keys.Except(there.Select(entry => entry.Name)).ToList())
            _seen.Remove(gone);
        return fresh.Count > 0;
    }

    /// <summary>False when it has to be tried again.</summary>
    private async Task<bool> HandleAsync(StoredEntry entry, CancellationToken stopping)
    {
        try
        {
            if (await EndedAsync(entry, stopping))
            {
                ServeLogs.SweepEndedBefore(logger, entry.Name);
                return true;
            }

            await functions.StartSweepAsync(entry.Name, client, stopping);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not StoreUnavailableException)
        {
            // As the blob trigger does: a few times, then never again for this version.
            var key = (entry.Name, entry.ETag);
            var failures = _failures[key] = _failures.GetValueOrDefault(key) + 1;
            ServeLogs.StartFailed(logger, exception, entry.Name, failures, Attempts);
            return failures >= Attempts;
        }
    }

    private async Task<bool> EndedAsync(StoredEntry entry, CancellationToken stopping) =>
        SweepIdentity.TryFromManifest(entry.Name, out var sweep)
        && await status.ReadAsync(sweep, stopping) is { IsFinished: true } known
        && known.ManifestETag == entry.ETag;
}
