using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Sees one sweep through: plan, run the trials in a sliding window, of a search rung by rung, compose the sheet. A failed trial fails its
/// cell, never the sweep. A long sweep begins anew now and then, so that its history stays short.
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
        var history = new HistoryLength(input.Dispatch.HistoryLimit);
        var board = new StatusBoard(context, input, history);
        try
        {
            var result = await RunAsync(context, input, board, history, logger);
            if (result is null)
                Logs.SweepContinues(logger, input.Sweep, context.InstanceId);
            else if (result.Superseded)
                Logs.SweepSuperseded(logger, input.Sweep, context.InstanceId);
            else
                Logs.SweepEnded(logger, input.Sweep, result.State, result.Completed, result.Failed);
            return result ?? new SweepResult(input.Sweep, SweepState.Running);
        }
        catch (TaskFailedException exception)
        {
            Logs.SweepFailed(logger, input.Sweep, exception.FailureDetails.ErrorMessage);
            await PublishFailureAsync(board, input, exception.FailureDetails.ErrorMessage, logger);
            throw;
        }
    }

    /// <summary>What failed the sweep may fail this too. The orchestration's own failure stays the first, which is the reason.</summary>
    private static async Task PublishFailureAsync(StatusBoard board, SweepInput input, string reason, ILogger logger)
    {
        try
        {
            await board.PublishAsync(SweepState.Failed, [reason]);
        }
        catch (TaskFailedException exception)
        {
            // Whoever asks for the sweep next has it written: see BrokenOffSweeps.
            Logs.StatusNotWritten(logger, input.Sweep, exception.FailureDetails.ErrorMessage);
        }
    }

    /// <returns>How it ended; null where it begins anew.</returns>
    private static async Task<SweepResult?> RunAsync(
        TaskOrchestrationContext context, SweepInput input, StatusBoard board, HistoryLength history, ILogger logger)
    {
        var startedAt = input.Course?.StartedAt ?? context.CurrentUtcDateTime;
        var planned = input.Course?.Planned ?? await PlanAsync(context, input);
        if (planned.Superseded)
            return new SweepResult(input.Sweep, SweepState.Planning, Superseded: true);
        if (planned.Problems.Count > 0)
        {
            await board.PublishAsync(SweepState.Rejected, planned.Problems);
            return new SweepResult(input.Sweep, SweepState.Rejected);
        }

        using var alarm = new Alarm(context, history);
        var sheets = new PartialSheets(context, input, startedAt, history, logger);
        var window = new TrialWindow(context, input, board, sheets, alarm, history, planned);
        var end = await new RungSequence(context, input, board, sheets, history, planned).RunAsync(window);
        if (end.Course is { } course)
        {
            context.ContinueAsNew(input with { Course = course });
            return null;
        }

        if (end.Ending == WindowEnding.Superseded || !await board.PublishAsync(SweepState.Composing))
            return new SweepResult(input.Sweep, SweepState.Running, Superseded: true);

        var sheet = await context.CallActivityAsync<ComposedSheet>(
            nameof(Activities.ComposeSheet),
            new ComposeRequest(input.Sweep, context.InstanceId, new DateTimeOffset(startedAt, TimeSpan.Zero), end.Outcomes)
            {
                TraceParent = input.TraceParent,
            },
            Retries.Transient);
        foreach (var rejected in sheet.Rejected)
            board.Change(rejected);
        board.Sheets = sheet.Pages;
        var result = ResultOf(input.Sweep, end.Outcomes, sheet.Rejected.Count, end.Ending == WindowEnding.Cancelled);
        await board.PublishAsync(result.State);
        return result;
    }

    private static Task<PlannedSweep> PlanAsync(TaskOrchestrationContext context, SweepInput input) =>
        context.CallActivityAsync<PlannedSweep>(
            nameof(Activities.PlanSweep), new PlanRequest(input.Sweep, input.ManifestName, input.ManifestETag) { TraceParent = input.TraceParent }, Retries.Transient);

    private static SweepResult ResultOf(string sweep, IReadOnlyList<TrialOutcome> outcomes, int rejected, bool cancelled)
    {
        var failed = outcomes.Count(outcome => outcome.State == TrialState.Failed) + rejected;
        var state = cancelled ? SweepState.Cancelled : failed > 0 ? SweepState.CompletedWithFailures : SweepState.Completed;
        var completed = outcomes.Count(outcome => outcome.State == TrialState.Completed) - rejected;
        return new SweepResult(sweep, state, false, completed, failed, outcomes.Count(outcome => outcome.Reused));
    }
}
