using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>An orchestration's way to <c>status.json</c>.</summary>
internal sealed class StatusBoard(TaskOrchestrationContext context, SweepInput input)
{
    /// <summary>Publishes where the sweep stands.</summary>
    /// <returns>False when a newer manifest took the sweep's place.</returns>
    public Task<bool> PublishAsync(
        SweepState state,
        IReadOnlyList<TrialStatus>? trials = null,
        IReadOnlyList<string>? problems = null,
        IReadOnlyList<string>? sheets = null)
    {
        var update = new StatusUpdate
        {
            Sweep = input.Sweep,
            InstanceId = context.InstanceId,
            ManifestETag = input.ManifestETag,
            State = state,
            Trials = trials ?? [],
            Problems = problems ?? [],
            Sheets = sheets ?? [],
        };
        return context.CallActivityAsync<bool>(nameof(Activities.UpdateStatus), update, Retries.Transient);
    }

    /// <summary>A trial's line.</summary>
    public static TrialStatus LineOf(TrialOutcome outcome) =>
        new(outcome.TrialId, outcome.State, outcome.Reason, outcome.Reused, outcome.Seconds);
}
