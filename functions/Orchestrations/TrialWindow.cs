using System.Globalization;
using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Runs a sweep's trials in planned order, so many at once as the window is wide. After the sweep's time limit it begins no more;
/// those under way go on to their end.
/// </summary>
internal sealed class TrialWindow(TaskOrchestrationContext context, SweepInput input, StatusBoard board, PlannedSweep planned)
{
    private readonly Dictionary<string, TrialOutcome> _outcomes = [];
    private readonly List<Task<TrialOutcome>> _running = [];
    // In planned order: a trial's later line takes the place of its earlier one.
    private readonly OrderedDictionary<string, TrialStatus> _changes = [];
    private int _next;

    /// <summary>The outcome of every trial, in planned order; null when a newer manifest took the sweep's place.</summary>
    public async Task<IReadOnlyList<TrialOutcome>?> RunAsync()
    {
        var deadline = context.CurrentUtcDateTime.AddMinutes(planned.MaxMinutes);
        foreach (var trialId in planned.TrialIds)
            Change(new TrialStatus(trialId, TrialState.Pending));
        while (true)
        {
            Begin(deadline);
            if (!await PublishAsync())
                return null;
            if (_running.Count == 0)
                break;
            await Task.WhenAny(_running);
            await GatherAsync();
        }

        await SettleRestAsync();
        return await PublishAsync() ? [.. planned.TrialIds.Select(trialId => _outcomes[trialId])] : null;
    }

    private void Begin(DateTime deadline)
    {
        while (_next < planned.TrialIds.Count && _running.Count < input.Dispatch.Window && context.CurrentUtcDateTime < deadline)
        {
            var trialId = planned.TrialIds[_next++];
            _running.Add(RunTrialAsync(trialId));
            Change(new TrialStatus(trialId, TrialState.Running));
        }
    }

    private async Task<TrialOutcome> RunTrialAsync(string trialId)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<TrialOutcome>(
                nameof(TrialOrchestration),
                new TrialInput(input.Sweep, trialId, input.Dispatch),
                new SubOrchestrationOptions(instanceId: SweepIdentity.TrialInstanceId(context.InstanceId, trialId)));
        }
        catch (TaskFailedException exception)
        {
            return Failed(trialId, exception.FailureDetails.ErrorMessage);
        }
    }

    private async Task GatherAsync()
    {
        foreach (var task in _running.Where(task => task.IsCompleted).ToList())
        {
            _running.Remove(task);
            Settle(await task);
        }
    }

    /// <summary>Trials that the time limit kept from beginning: what is finished already is shown, the rest says why it is not.</summary>
    private async Task SettleRestAsync()
    {
        var limit = planned.MaxMinutes.ToString(CultureInfo.InvariantCulture);
        foreach (var trialId in planned.TrialIds.Skip(_next))
        {
            var request = new TrialRequest(input.Sweep, trialId, SweepIdentity.TrialInstanceId(context.InstanceId, trialId));
            var probe = await context.CallActivityAsync<TrialProbe>(nameof(Activities.ProbeTrial), request, Retries.Transient);
            Settle(probe.Outcome ?? Failed(
                trialId, $"Not begun: the sweep's limit of {limit} minutes was used up. Submit it again to go on."));
        }
    }

    private void Settle(TrialOutcome outcome)
    {
        _outcomes[outcome.TrialId] = outcome;
        Change(StatusBoard.LineOf(outcome));
    }

    private void Change(TrialStatus line) => _changes[line.TrialId] = line;

    private async Task<bool> PublishAsync()
    {
        if (_changes.Count == 0)
            return true;
        var changes = _changes.Values.ToList();
        _changes.Clear();
        context.SetCustomStatus(Progress());
        return await board.PublishAsync(SweepState.Running, changes);
    }

    private SweepProgress Progress()
    {
        var failed = _outcomes.Values.Count(outcome => outcome.State == TrialState.Failed);
        return new SweepProgress(planned.TrialIds.Count, _running.Count, _outcomes.Count - failed, failed);
    }

    private static TrialOutcome Failed(string trialId, string reason) =>
        new() { TrialId = trialId, State = TrialState.Failed, Reason = reason };
}
