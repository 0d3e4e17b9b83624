using System.Globalization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>What is new in a view of a sweep since the one before.</summary>
internal sealed class SweepEvents
{
    private readonly Dictionary<string, TrialState> _seen = [];
    private readonly HashSet<string> _notRun = [];
    private SweepState? _state;
    private string? _rung;

    /// <summary>The news, in the order of the plan.</summary>
    public IEnumerable<SweepEvent> Since(SweepView view)
    {
        if (_state is null or SweepState.Planning && view.Total > 0)
        {
            var reused = view.Reused == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {view.Reused} of {view.Total} reused");
            yield return new SweepEvent("planned", view.Status.Sweep, null, null, string.Create(
                CultureInfo.InvariantCulture, $"{view.Plan?.Cells.Count ?? view.Total} cells, {view.Total} trials{reused}"));
        }

        if (view is { Rung: { } rung, Plan: { } plan } && rung != _rung)
        {
            _rung = rung;
            var trials = plan.Compared().Count;
            yield return new SweepEvent("rung", view.Status.Sweep, null, null, string.Create(
                CultureInfo.InvariantCulture, $"{rung}, {trials} {(trials == 1 ? "trial" : "trials")}"));
        }

        foreach (var trial in view.Status.Trials)
        {
            var before = _seen.GetValueOrDefault(trial.TrialId);
            _seen[trial.TrialId] = trial.State;
            if ((trial.State != before || trial is { State: TrialState.Pending, Reason: not null } && _notRun.Add(trial.TrialId))
                && DescribeEnd(trial) is var (kind, text))
                yield return new SweepEvent(kind, view.Status.Sweep, trial.TrialId, view.LabelOf(trial.TrialId), text);
        }

        if (_state != view.Status.State && DescribeState(_state, view.Status.State) is var (name, words))
            yield return new SweepEvent(name, view.Status.Sweep, null, null, words);
        _state = view.Status.State;
    }

    private static (string Name, string Words)? DescribeState(SweepState? before, SweepState now) => now switch
    {
        SweepState.Composing => ("composing", "drawing the sheet"),
        SweepState.Paused => ("paused", "no further trial is begun until it is resumed"),
        SweepState.Running when before == SweepState.Paused => ("resumed", "it goes on"),
        SweepState.Cancelled => ("cancelled", "the sheet shows what was done; submit it again to go on"),
        _ => null,
    };

    private static (string Kind, string Text)? DescribeEnd(TrialStatus trial) => trial.State switch
    {
        TrialState.Completed when trial.Reused => ("reused", "already computed"),
        TrialState.Completed => ("completed", string.Create(CultureInfo.InvariantCulture, $"{trial.Seconds:0.0} s")),
        TrialState.Failed => ("failed", trial.Reason ?? "no reason was recorded"),
        TrialState.Dropped => ("dropped", trial.Reason ?? "no reason was recorded"),
        TrialState.Cancelled => ("cancelled", trial.Reason ?? "no reason was recorded"),
        TrialState.Pending when trial.Reason is { } reason => ("not run", reason),
        _ => null,
    };
}
