using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Sees one trial through: hand it out, wait for its outcome, and look for it when that takes too long. One that waits long begins anew now
/// and then, so that its history stays short.
/// Deterministic: only the context's clock, no I/O but activities.
/// </summary>
public static class TrialOrchestration
{
    /// <summary>The event that carries the outcome.</summary>
    public const string FinishedEvent = "trial-finished";

    [Function(nameof(TrialOrchestration))]
    public static async Task<TrialOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var input = context.GetInput<TrialInput>()
            ?? throw new InvalidOperationException($"{nameof(TrialOrchestration)} was started without input.");
        var request = new TrialRequest(input.Sweep, input.TrialId, context.InstanceId)
        {
            AskedAt = input.Course?.AskedAt ?? Now(context),
            TraceParent = input.TraceParent,
        };

        // Whether it had ended before was looked up when the sweep was planned; who runs it looks once more.
        return input.Dispatch.Dispatch == TrialDispatch.Activity
            ? await context.CallActivityAsync<TrialOutcome>(nameof(Activities.RunTrialActivity), request, Retries.Computing)
            : await RunOverQueueAsync(context, input, request);
    }

    private static async Task<TrialOutcome> RunOverQueueAsync(TaskOrchestrationContext context, TrialInput input, TrialRequest request)
    {
        var logger = context.CreateReplaySafeLogger(nameof(TrialOrchestration));
        var (timeout, maxEnqueues) = (input.Dispatch.TrialTimeout, input.Dispatch.MaxEnqueues);
        var history = new HistoryLength(input.Dispatch.HistoryLimit);
        using var alarm = new Alarm(context, history);
        // One for the whole history, and never given up: the durable engine hands an event to the newest who waits, even where that one was
        // cancelled, and then nobody hears it. A time limit of the wait's own would cancel it.
        var finished = context.WaitForExternalEvent<TrialOutcome>(FinishedEvent);
        for (var enqueued = input.Course?.Enqueued ?? 1; enqueued <= maxEnqueues; enqueued++)
        {
            var queued = request with
            {
                QueuedBy = enqueued == input.Course?.Enqueued ? input.Course.QueuedBy : await EnqueueAsync(context, request, history),
            };
            while (true)
            {
                // The timer even where the outcome came already: so it stands in the histories.
                if (await Task.WhenAny(finished, alarm.Set(context.CurrentUtcDateTime + timeout)) == finished)
                    return await finished;
                history.Add();
                var probe = await context.CallActivityAsync<TrialProbe>(nameof(Activities.ProbeTrial), queued, Retries.Transient);
                if (probe.Outcome is { } found)
                    return found;
                // A trial that is being computed, or stands in line, is not lost, however long it takes.
                if (!probe.IsRunning && !probe.IsInLine)
                    break;
                // An outcome that came with this step must not be left behind; what comes after it, the new history hears.
                if (!history.IsFull || finished.IsCompleted)
                    continue;
                context.ContinueAsNew(input with { Course = new TrialCourse(request.AskedAt!.Value, enqueued, queued.QueuedBy.Value) });
                return new TrialOutcome { TrialId = input.TrialId, State = TrialState.Running };
            }

            if (finished.IsCompleted)
                return await finished;
            Logs.TrialTimedOut(logger, input.TrialId, timeout, enqueued, maxEnqueues);
        }

        return new TrialOutcome
        {
            TrialId = input.TrialId,
            State = TrialState.Failed,
            Reason = $"No worker answered: the trial was queued {maxEnqueues} times, and each time lost, since later ones were taken from "
                + $"the queue and {timeout} or more brought no outcome.",
        };
    }

    /// <returns>By when its message is on the queue.</returns>
    private static async Task<DateTimeOffset> EnqueueAsync(TaskOrchestrationContext context, TrialRequest request, HistoryLength history)
    {
        history.Add();
        await context.CallActivityAsync(nameof(Activities.EnqueueTrial), request, Retries.Transient);
        return Now(context);
    }

    private static DateTimeOffset Now(TaskOrchestrationContext context) => new(context.CurrentUtcDateTime, TimeSpan.Zero);
}
