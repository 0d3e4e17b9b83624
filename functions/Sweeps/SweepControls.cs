using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// What was asked of sweeps: <c>results/{sweep}/control.json</c>, read by the host and by every worker, so that it works the same over
/// any store, whoever computes.
/// </summary>
public sealed class SweepControls(IStore store, TimeProvider clock)
{
    // Each time somebody else asked something in between.
    private const int Attempts = 10;

    /// <summary>What is asked of one run of a sweep.</summary>
    public async Task<SweepRequest> ReadAsync(string sweep, string instanceId, CancellationToken cancellation)
    {
        var (control, _) = await LookAsync(sweep, cancellation);
        return Of(control, instanceId);
    }

    /// <summary>
    /// Asks something of a sweep as it is then, where that can be asked of it. Of two who ask at the same time each knows what the other asked: no
    /// cancel is undone by a resume that was judged before it.
    /// </summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="readStatus">Reads where it stands.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Where it stood, and what came of it: with <see cref="RequestVerdict.Ask"/> it is written.</returns>
    public async Task<(SweepStatus Status, RequestVerdict Verdict)> AskAsync(
        string sweep, Func<Task<SweepStatus>> readStatus, SweepRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(readStatus);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // In this order: what is asked of a run that begins after its status was read is asked later than this look, and found when it is written.
            var (before, etag) = await LookAsync(sweep, cancellation);
            var status = await readStatus();
            var verdict = RequestRules.Judge(status, Of(before, status.InstanceId), request);
            if (verdict != RequestVerdict.Ask)
                return (status, verdict);
            var control = new SweepControl(status.InstanceId, request, clock.GetUtcNow());
            if (await store.WriteDocumentIfAsync(StoreLayout.ResultsContainer, StoreLayout.SweepControl(sweep), control, etag, cancellation))
                return (status, verdict);
        }

        throw new StoreUnavailableException(
            $"{StoreLayout.ResultsContainer}/{StoreLayout.SweepControl(sweep)} was written by others each of {Attempts} times.");
    }

    private static SweepRequest Of(SweepControl? control, string instanceId) =>
        control?.InstanceId == instanceId ? control.Request : SweepRequest.Run;

    // One of another version, or edited, is nothing that we were asked.
    private Task<(SweepControl? Control, string? ETag)> LookAsync(string sweep, CancellationToken cancellation) =>
        store.LookAtDocumentAsync<SweepControl>(StoreLayout.ResultsContainer, StoreLayout.SweepControl(sweep), cancellation);
}
