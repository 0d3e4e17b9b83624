using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>Runs trials as long as their sweep is to go on: what the worker does with one.</summary>
public sealed class ControlledTrials(
    TrialExecution execution, FinishedTrials finished, SweepControls controls, TimeProvider clock, ILogger<ControlledTrials> logger)
{
    /// <summary>Runs a trial to its end, or until its sweep is cancelled or paused at once; then its checkpoint is kept.</summary>
    /// <returns>
    /// The outcome: <see cref="TrialState.Cancelled"/>, or <see cref="TrialState.Pending"/> for a trial that is given back because of a pause.
    /// </returns>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<TrialOutcome> RunAsync(TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var instanceId = SweepIdentity.SweepInstanceId(request.InstanceId);
        var began = clock.GetTimestamp();
        var asked = await controls.ReadAsync(request.Sweep, instanceId, cancellation);
        if (asked != SweepRequest.Run)
            return await finished.FindOutcomeAsync(request.TrialId, cancellation) ?? Stopped(request.TrialId, asked);

        await using var watch = new ControlWatch(controls, request.Sweep, instanceId, clock.GetElapsedTime(began), clock, cancellation);
        try
        {
            return await execution.RunAsync(request.TrialId, watch.OnEvaluation, watch.Token);
        }
        catch (OperationCanceledException) when (watch.Request != SweepRequest.Run && !cancellation.IsCancellationRequested)
        {
            return Stopped(request.TrialId, watch.Request);
        }
    }

    private TrialOutcome Stopped(string trialId, SweepRequest request)
    {
        Logs.TrialStopped(logger, trialId, request);
        return request == SweepRequest.Cancel
            ? new TrialOutcome { TrialId = trialId, State = TrialState.Cancelled, Reason = TrialReasons.Cancelled }
            : new TrialOutcome { TrialId = trialId, State = TrialState.Pending };
    }
}
