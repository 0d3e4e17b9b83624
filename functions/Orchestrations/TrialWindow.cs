using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Runs a sweep's trials, or those of one rung of its search after the other, in planned order, so many at once as the window is wide, as
/// long as nothing else is asked of the sweep. At the sweep's limits, and when the history is full, it begins no more; those under way go on
/// to their end.
/// </summary>
internal sealed class TrialWindow(
    TaskOrchestrationContext context,
    SweepInput input,
    StatusBoard board,
    PartialSheets sheets,
    Alarm alarm,
    HistoryLength history,
    PlannedSweep planned)
{
    private readonly Dictionary<string, TrialOutcome> _outcomes = [];
    private readonly List<Task<TrialOutcome>> _running = [];
    private readonly Dictionary<string, int> _begun = [];
    private readonly LinkedList<string> _waiting = [];
    private readonly RunLimits _limits =
        new(planned, input.Course?.Limits ?? new LimitsLeft(context.CurrentUtcDateTime.AddMinutes(planned.MaxMinutes), null, 0));
    private Task<string> _asked = context.WaitForExternalEvent<string>(SweepOrchestration.ControlEvent);
    private bool _mustLook;

    /// <summary>What is left of the sweep's limits.</summary>
    public LimitsLeft LimitsLeft => _limits.Left;

    /// <summary>Takes trials that are to be run.</summary>
    /// <param name="trialIds">The trials.</param>
    /// <param name="settled">Those whose outcome is known already.</param>
    public void Prepare(IReadOnlyList<string> trialIds, IReadOnlyList<TrialOutcome> settled)
    {
        _mustLook = true;
        var known = settled.ToDictionary(outcome => outcome.TrialId);
        foreach (var trialId in trialIds)
        {
            board.Change(new TrialStatus(trialId, TrialState.Pending));
            if (known.TryGetValue(trialId, out var outcome))
                Settle(outcome);
            else
                _waiting.AddLast(trialId);
        }
    }

    /// <summary>Takes up trials where the orchestration began anew: all of it is in the status already.</summary>
    public void Continue(SweepCourse course)
    {
        // What was asked meanwhile may have been heard, but not looked at.
        _mustLook = true;
        foreach (var outcome in course.Earlier.Concat(course.Ended))
            _outcomes[outcome.TrialId] = outcome;
        foreach (var (trialId, begun) in course.Waiting)
        {
            _waiting.AddLast(trialId);
            if (begun > 0)
                _begun[trialId] = begun;
        }
    }

    /// <summary>Runs the trials that were taken until each has an outcome, or none is to be begun any more.</summary>
    /// <param name="trialIds">All of them, in planned order.</param>
    public async Task<WindowEnd> RunAsync(IReadOnlyList<string> trialIds)
    {
        while (true)
        {
            if (!await PublishAsync())
                return new WindowEnd(WindowEnding.Superseded, []);
            Begin();
            if (_running.Count == 0 && (history.IsFull || !(_waiting.Count > 0 && IsPaused)))
                break;
            await WaitAsync();
            await GatherAsync();
        }

        // A pause may last longer than the sweep's minutes, which stand still meanwhile.
        if (history.IsFull && _waiting.Count > 0 && (IsPaused || MayBegin))
            return await EndHistoryAsync(trialIds);
        var cancelled = board.Request == SweepRequest.Cancel || _outcomes.Values.Any(outcome => outcome.State == TrialState.Cancelled);
        var leftOut = await SettleRestAsync();
        await EndDrawingAsync();
        context.SetCustomStatus(Progress());
        return new WindowEnd(
            cancelled ? WindowEnding.Cancelled : leftOut ? WindowEnding.LeftOut : WindowEnding.Done, OutcomesOf(trialIds));
    }

    private SweepState State => IsPaused ? SweepState.Paused : SweepState.Running;

    private bool IsPaused => board.Request is SweepRequest.Pause or SweepRequest.PauseNow;

    /// <summary>Whether the sweep allows to begin a trial.</summary>
    private bool MayBegin => board.Request == SweepRequest.Run && _limits.Reached(context.CurrentUtcDateTime) is null;

    private void Begin()
    {
        _limits.Pause(IsPaused, context.CurrentUtcDateTime);
        while (_waiting.First is { } first && _running.Count < input.Dispatch.Window && !history.IsFull && MayBegin)
        {
            _waiting.RemoveFirst();
            _running.Add(RunTrialAsync(first.Value));
            board.Change(new TrialStatus(first.Value, TrialState.Running));
            sheets.Change();
        }
    }

    private async Task<TrialOutcome> RunTrialAsync(string trialId)
    {
        var begun = _begun.GetValueOrDefault(trialId);
        _begun[trialId] = begun + 1;
        history.Add();
        try
        {
            return await context.CallSubOrchestratorAsync<TrialOutcome>(
                nameof(TrialOrchestration),
                new TrialInput(input.Sweep, trialId, input.Dispatch) { TraceParent = input.TraceParent },
                new SubOrchestrationOptions(instanceId: SweepIdentity.TrialInstanceId(context.InstanceId, trialId, begun)));
        }
        catch (TaskFailedException exception)
        {
            return new TrialOutcome { TrialId = trialId, State = TrialState.Failed, Reason = exception.FailureDetails.ErrorMessage };
        }
    }

    /// <summary>Waits until something happens: a trial ended, something is asked, a sheet is drawn, or what changed is to be shown.</summary>
    private Task WaitAsync()
    {
        List<Task> awaited = [.. _running, _asked];
        if (sheets.Drawing is { } drawing)
            awaited.Add(drawing);
        if (Earliest(board.DueAt, sheets.DueAt) is { } due)
        {
            if (due <= context.CurrentUtcDateTime)
                return Task.CompletedTask;
            // Even where it rang by now: else nobody would hear it.
            awaited.Add(alarm.Set(due));
        }

        return Task.WhenAny(awaited);
    }

    private async Task GatherAsync()
    {
        if (_asked.IsCompleted)
        {
            _mustLook = true;
            history.Add();
            _asked = context.WaitForExternalEvent<string>(SweepOrchestration.ControlEvent);
        }

        if (sheets.Drawing is { IsCompleted: true })
            board.Sheets = await sheets.EndAsync();
        foreach (var task in _running.Where(task => task.IsCompleted).ToList())
        {
            _running.Remove(task);
            Settle(await task);
        }
    }

    private void Settle(TrialOutcome outcome)
    {
        board.Change(outcome);
        sheets.Change();
        // The worker saw that something is asked, perhaps before us.
        if (_begun.ContainsKey(outcome.TrialId))
            _mustLook |= outcome.State is TrialState.Pending or TrialState.Cancelled;
        if (outcome.State == TrialState.Pending && _begun.ContainsKey(outcome.TrialId))
        {
            _waiting.AddFirst(outcome.TrialId);
            return;
        }

        _outcomes[outcome.TrialId] = outcome;
        _limits.Spend(outcome);
    }

    /// <summary>Brings to its end what is under way beside the trials, so that the orchestration can begin anew without losing anything.</summary>
    private async Task<WindowEnd> EndHistoryAsync(IReadOnlyList<string> trialIds)
    {
        await EndDrawingAsync();
        // Whatever changed since the last time; the answer is not lost either, since the new history begins by asking again.
        if (!await board.PublishAsync(State))
            return new WindowEnd(WindowEnding.Superseded, []);
        return new WindowEnd(WindowEnding.HistoryFull, OutcomesOf(trialIds))
        {
            Waiting = [.. _waiting.Select(trialId => new WaitingTrial(trialId, _begun.GetValueOrDefault(trialId)))],
        };
    }

    private async Task EndDrawingAsync()
    {
        if (sheets.Drawing is not null)
            board.Sheets = await sheets.EndAsync();
    }

    private List<TrialOutcome> OutcomesOf(IReadOnlyList<string> trialIds) => [.. trialIds.Where(_outcomes.ContainsKey).Select(trialId => _outcomes[trialId])];

    /// <summary>Trials that were never begun: what another sweep finished meanwhile is shown, the rest says why it is not.</summary>
    /// <returns>Whether there was any such rest.</returns>
    private async Task<bool> SettleRestAsync()
    {
        if (_waiting.Count == 0)
            return false;
        history.Add();
        var finished = await context.CallActivityAsync<FinishedAnswer>(
            nameof(Activities.FindFinished), new FinishedRequest([.. _waiting]), Retries.Transient);
        foreach (var outcome in finished.Outcomes.Where(outcome => _waiting.Remove(outcome.TrialId)))
            Settle(outcome);
        foreach (var trialId in _waiting)
            Settle(NotBegun(trialId));
        var any = _waiting.Count > 0;
        _waiting.Clear();
        return any;
    }

    private TrialOutcome NotBegun(string trialId)
    {
        var outcome = new TrialOutcome { TrialId = trialId, State = TrialState.Cancelled, Reason = TrialReasons.Cancelled };
        if (board.Request == SweepRequest.Cancel || _limits.Reached(context.CurrentUtcDateTime) is not { } reason)
            return outcome;
        return outcome with { State = planned.Cuts ? TrialState.Pending : TrialState.Failed, Reason = reason };
    }

    /// <summary>Publishes what changed when it is time, and has the sheet drawn when it is time for that.</summary>
    private async Task<bool> PublishAsync()
    {
        var now = context.CurrentUtcDateTime;
        var draws = sheets.DueAt <= now;
        if (!_mustLook && !draws && !(board.DueAt <= now))
            return true;
        _mustLook = false;
        SweepState shown;
        do
        {
            shown = State;
            context.SetCustomStatus(Progress());
            if (!await board.PublishAsync(shown))
                return false;
        }
        // The answer may have been that it is to pause, or to go on.
        while (shown != State);
        if (draws)
            sheets.Begin();
        return true;
    }

    private SweepProgress Progress()
    {
        var all = _outcomes.Count + _running.Count + _waiting.Count;
        // A trial that a rung dropped has its result all the same.
        var completed = _outcomes.Values.Count(outcome => outcome.State is TrialState.Completed or TrialState.Dropped);
        return new SweepProgress(all, _running.Count, completed, _outcomes.Values.Count(outcome => outcome.State == TrialState.Failed));
    }

    private static DateTime? Earliest(DateTime? one, DateTime? other) => one is null || other < one ? other : one;
}
