using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// What was asked of sweeps: <c>results/{sweep}/control.json</c>, read by the host and by every worker, so that it works the same over
/// any store, whoever computes.
/// </summary>
public sealed class SweepControls(IStore store, TimeProvider clock)
{
    /// <summary>What is asked of one run of a sweep.</summary>
    public async Task<SweepRequest> ReadAsync(string sweep, string instanceId, CancellationToken cancellation)
    {
        try
        {
            var control = await store.ReadDocumentAsync<SweepControl>(
                StoreLayout.ResultsContainer, StoreLayout.SweepControl(sweep), cancellation);
            return control?.InstanceId == instanceId ? control.Request : SweepRequest.Run;
        }
        catch (JsonException)
        {
            // Of another version, or edited: nothing that we were asked.
            return SweepRequest.Run;
        }
    }

    /// <summary>Asks something of one run of a sweep, instead of what was asked before.</summary>
    public Task WriteAsync(string sweep, string instanceId, SweepRequest request, CancellationToken cancellation) =>
        store.WriteDocumentAsync(
            StoreLayout.ResultsContainer,
            StoreLayout.SweepControl(sweep),
            new SweepControl(instanceId, request, clock.GetUtcNow()),
            cancellation);
}
