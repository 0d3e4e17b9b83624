using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Sees one sweep through: plan, run the trials in a sliding window, of a search rung by rung, compose the sheet. A failed trial fails its cell, never the sweep.
/// Deterministic: only the context's clock, no I/O but activities.
/// </summary>
public static class SweepOrchestration
{
    /// <summary>The event that says that something was asked of the sweep.</summary>
    public const string ControlEvent = "control";

    [Function(nameof(SweepOrchestration))]
    public static async Task<SweepResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var input = context.GetInput<SweepInput>()
            ?? throw new InvalidOperationException($"{nameof(SweepOrchestration)} was started without input.");
        var logger = context.CreateReplaySafeLogger(nameof(SweepOrchestration));
        var board = new StatusBoard(context, input);
        try
        {
            var result = await RunAsync(context, input, board, logger);
            if (result.Superseded)
                Logs.SweepSuperseded(logger, input.Sweep, context.InstanceId);
            else
                Logs.SweepEnded(logger, input.Sweep, result.State, result.Completed, result.Failed);
            return result;
        }
        catch (TaskFailedException exception)
        {
            Logs.SweepFailed(logger, input.Sweep, exception.FailureDetails.ErrorMessage);
            await board.PublishAsync(SweepState.Failed, [exception.FailureDetails.ErrorMessage]);
            throw;
        }
    }

    private static async Task<SweepResult> RunAsync(
        TaskOrchestrationContext context, SweepInput input, StatusBoard board, ILogger logger)
    {
        var startedAt = context.CurrentUtcDateTime;
        var planned = await context.CallActivityAsync<PlannedSweep>(
            nameof(Activities.PlanSweep), new PlanRequest(input.Sweep, input.ManifestName, input.ManifestETag), Retries.Transient);
        if (planned.Superseded)
            return new SweepResult(input.Sweep, SweepState.Planning, Superseded: true);
        if (planned.Problems.Count > 0)
        {
            await board.PublishAsync(SweepState.Rejected, planned.Problems);
            return new SweepResult(input.Sweep, SweepState.Rejected);
        }

        using var alarm = new Alarm(context);
        var sheets = new PartialSheets(context, input, startedAt, logger);
        var window = new TrialWindow(context, input, board, sheets, alarm, planned);
        var (outcomes, cancelled) = await new RungSequence(context, input, board, sheets, planned).RunAsync(window);
        if (outcomes is null || !await board.PublishAsync(SweepState.Composing))
            return new SweepResult(input.Sweep, SweepState.Running, Superseded: true);

        var sheet = await context.CallActivityAsync<ComposedSheet>(
            nameof(Activities.ComposeSheet),
            new ComposeRequest(input.Sweep, context.InstanceId, new DateTimeOffset(startedAt, TimeSpan.Zero), outcomes),
            Retries.Transient);
        foreach (var rejected in sheet.Rejected)
            board.Change(rejected);
        board.Sheets = sheet.Pages;
        var result = ResultOf(input.Sweep, outcomes, sheet.Rejected.Count, cancelled);
        await board.PublishAsync(result.State);
        return result;
    }

    private static SweepResult ResultOf(string sweep, IReadOnlyList<TrialOutcome> outcomes, int rejected, bool cancelled)
    {
        var failed = outcomes.Count(outcome => outcome.State == TrialState.Failed) + rejected;
        var state = cancelled ? SweepState.Cancelled : failed > 0 ? SweepState.CompletedWithFailures : SweepState.Completed;
        var completed = outcomes.Count(outcome => outcome.State == TrialState.Completed) - rejected;
        return new SweepResult(sweep, state, false, completed, failed, outcomes.Count(outcome => outcome.Reused));
    }
}
