using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Sees one trial through: hand it out, wait for its outcome, and look for it when that takes too long.
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
        var request = new TrialRequest(input.Sweep, input.TrialId, context.InstanceId);

        // Whether it had ended before was looked up when the sweep was planned; who runs it looks once more.
        return input.Dispatch.Dispatch == TrialDispatch.Activity
            ? await context.CallActivityAsync<TrialOutcome>(nameof(Activities.RunTrialActivity), request, Retries.Transient)
            : await RunOverQueueAsync(context, input, request);
    }

    private static async Task<TrialOutcome> RunOverQueueAsync(TaskOrchestrationContext context, TrialInput input, TrialRequest request)
    {
        var logger = context.CreateReplaySafeLogger(nameof(TrialOrchestration));
        var (timeout, maxEnqueues) = (input.Dispatch.TrialTimeout, input.Dispatch.MaxEnqueues);
        for (var enqueued = 1; enqueued <= maxEnqueues; enqueued++)
        {
            await context.CallActivityAsync(nameof(Activities.EnqueueTrial), request, Retries.Transient);
            TrialProbe probe;
            do
            {
                if (await WaitAsync(context, timeout) is { } outcome)
                    return outcome;
                probe = await ProbeAsync(context, request);
                if (probe.Outcome is { } found)
                    return found;
            }
            // A trial that is being computed is not lost, however long it takes.
            while (probe.IsRunning);
            Logs.TrialTimedOut(logger, input.TrialId, timeout, enqueued, maxEnqueues);
        }

        return new TrialOutcome
        {
            TrialId = input.TrialId,
            State = TrialState.Failed,
            Reason = $"No worker answered: the trial was queued {maxEnqueues} times and waited for {timeout} each time.",
        };
    }

    private static Task<TrialProbe> ProbeAsync(TaskOrchestrationContext context, TrialRequest request) =>
        context.CallActivityAsync<TrialProbe>(nameof(Activities.ProbeTrial), request, Retries.Transient);

    private static async Task<TrialOutcome?> WaitAsync(TaskOrchestrationContext context, TimeSpan timeout)
    {
        try
        {
            return await context.WaitForExternalEvent<TrialOutcome>(FinishedEvent, timeout);
        }
        catch (TaskCanceledException)
        {
            // This is how the context says that the time is up.
            return null;
        }
    }
}
