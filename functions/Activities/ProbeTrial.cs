using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Activities;

/// <summary>Looks how far a trial is that had no outcome for long: ended, cancelled, being computed, or in line.</summary>
public sealed class ProbeTrial(
    IStore store, FinishedTrials finished, SweepControls controls, ITrialMessenger messenger, TimeProvider clock)
{
    // Progress is written every second; a slow store and clocks that differ a little are not a dead worker.
    private static readonly TimeSpan Lively = TimeSpan.FromMinutes(1);

    // The queue and this host go by clocks of their own, too. In doubt it stands in line, and is looked for once more, later.
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);

    [Function(nameof(ProbeTrial))]
    public async Task<TrialProbe> RunAsync([ActivityTrigger] TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await finished.FindOutcomeAsync(request.TrialId, request.AskedAt, cancellation) is { } outcome)
            return new TrialProbe(outcome, IsRunning: false);
        var progress = await store.ReadProgressAsync(request.TrialId, cancellation);
        if (progress is not null && clock.GetUtcNow() - progress.UpdatedAt < Lively)
            return new TrialProbe(null, IsRunning: true);
        // Whoever takes it from the queue would answer the same; perhaps no worker comes at all.
        if (await controls.ReadAsync(request.Sweep, SweepIdentity.SweepInstanceId(request.InstanceId), cancellation) == SweepRequest.Cancel)
            return new TrialProbe(new TrialOutcome { TrialId = request.TrialId, State = TrialState.Cancelled, Reason = TrialReasons.Cancelled }, IsRunning: false);
        return new TrialProbe(null, IsRunning: false, await IsInLineAsync(request, progress?.UpdatedAt, cancellation));
    }

    /// <summary>
    /// The queue gives its messages out oldest first: while one that is not younger still stands there, nobody came to this one yet. A worker
    /// that was told to stop put it back at the end of the line, as late as its last progress tells, which that worker wrote for it.
    /// </summary>
    private async Task<bool> IsInLineAsync(TrialRequest request, DateTimeOffset? stoppedAt, CancellationToken cancellation)
    {
        var since = stoppedAt > request.QueuedBy ? stoppedAt : request.QueuedBy;
        return (await messenger.PeekTrialsAsync(cancellation))
            .Any(waiting => waiting.InstanceId == request.InstanceId || waiting.QueuedAt <= since + Drift);
    }
}
