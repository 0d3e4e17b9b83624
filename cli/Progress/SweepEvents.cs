using System.Globalization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>What is new in a view of a sweep since the one before.</summary>
internal sealed class SweepEvents
{
    private readonly Dictionary<string, TrialState> _seen = [];
    private SweepState? _state;

    /// <summary>The news, in the order of the plan.</summary>
    public IEnumerable<SweepEvent> Since(SweepView view)
    {
        if (_state is null or SweepState.Planning && view.Total > 0)
        {
            yield return new SweepEvent("planned", view.Status.Sweep, null, null, string.Create(
                CultureInfo.InvariantCulture, $"{view.Plan?.Cells.Count ?? view.Total} cells, {view.Total} trials"));
        }

        foreach (var trial in view.Status.Trials)
        {
            var before = _seen.GetValueOrDefault(trial.TrialId);
            _seen[trial.TrialId] = trial.State;
            if (trial.State != before && DescribeEnd(trial) is var (kind, text))
                yield return new SweepEvent(kind, view.Status.Sweep, trial.TrialId, view.LabelOf(trial.TrialId), text);
        }

        if (view.Status.State != _state && view.Status.State is SweepState.Composing)
            yield return new SweepEvent("composing", view.Status.Sweep, null, null, "drawing the sheet");
        _state = view.Status.State;
    }

    private static (string Kind, string Text)? DescribeEnd(TrialStatus trial) => trial.State switch
    {
        TrialState.Completed when trial.Reused => ("reused", "already computed"),
        TrialState.Completed => ("completed", string.Create(CultureInfo.InvariantCulture, $"{trial.Seconds:0.0} s")),
        TrialState.Failed => ("failed", trial.Reason ?? "no reason was recorded"),
        _ => null,
    };
}
