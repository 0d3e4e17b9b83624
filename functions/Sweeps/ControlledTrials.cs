using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>Runs trials as long as their sweep is to go on: what the worker does with one.</summary>
public sealed class ControlledTrials(
    TrialExecution execution,
    FinishedTrials finished,
    SweepControls controls,
    ProcessorTelemetry telemetry,
    IWorkerProcess process,
    WorkerCondition condition,
    TimeProvider clock,
    ILogger<ControlledTrials> logger)
{
    private static readonly TimeSpan TimeToLook = TimeSpan.FromSeconds(5);

    /// <summary>Runs a trial to its end, or until its sweep is cancelled or paused at once; then its checkpoint is kept.</summary>
    /// <returns>
    /// The outcome: <see cref="TrialState.Cancelled"/>, or <see cref="TrialState.Pending"/> for a trial that is given back because of a pause.
    /// </returns>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    /// <exception cref="WorkerFaultException">This process can't work on trials any more, and ends.</exception>
    public async Task<TrialOutcome> RunAsync(TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = telemetry.Begin(
            "run trial", ActivityKind.Consumer, request.TraceParent,
            (ProcessorTelemetry.SweepTag, request.Sweep), (ProcessorTelemetry.TrialTag, request.TrialId));
        var outcome = await RunUnlessFaultyAsync(request, cancellation).ToldBy(span);
        span?.SetTag(ProcessorTelemetry.OutcomeTag, ProcessorTelemetry.WordOf(outcome));
        if (outcome.State == TrialState.Failed)
            span?.SetStatus(ActivityStatusCode.Error, outcome.Reason);
        telemetry.TrialEnded(outcome);
        return outcome.Reused ? await FindAsAskedAsync(request, cancellation) ?? outcome : outcome;
    }

    /// <summary>
    /// A trial that this run didn't compute may have been computed for the same sweep all the same: its message came twice, or its outcome
    /// was lost on the way.
    /// </summary>
    private async Task<TrialOutcome?> FindAsAskedAsync(TrialRequest request, CancellationToken cancellation)
    {
        using var grace = new Grace(TimeToLook, clock, cancellation);
        return await finished.FindOutcomeAsync(request.TrialId, request.AskedAt, grace.Token);
    }

    private async Task<TrialOutcome> RunUnlessFaultyAsync(TrialRequest request, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, process.Stopping);
        // This process ends soon. Until then it keeps the message: given back at once, it would come here again, and be used up.
        if (condition.Fault is not null)
            await Task.Delay(Timeout.Infinite, stop.Token);
        try
        {
            return await RunControlledAsync(request, stop.Token);
        }
        catch (DeviceException exception)
        {
            var kind = exception.Trouble == DeviceTrouble.Missing ? WorkerFaultKind.DeviceMissing : WorkerFaultKind.DeviceBroken;
            var fault = new WorkerFault(kind, exception.Message);
            process.Leave(fault);
            throw new WorkerFaultException(fault, exception);
        }
        catch (WorkerFaultException exception)
        {
            process.Leave(exception.Fault);
            throw;
        }
    }

    private async Task<TrialOutcome> RunControlledAsync(TrialRequest request, CancellationToken cancellation)
    {
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
