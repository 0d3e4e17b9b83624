using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>A sweep as it is seen at one moment.</summary>
/// <param name="Status">Its status document.</param>
/// <param name="Plan">Its plan; null while it isn't planned.</param>
/// <param name="Running">How far the running trials are.</param>
internal sealed record SweepView(SweepStatus Status, SweepPlan? Plan, IReadOnlyList<TrialProgress> Running)
{
    public int Total => Status.Trials.Count;

    public int Completed => Status.Count(TrialState.Completed);

    public int Failed => Status.Count(TrialState.Failed);

    public int Reused => Status.Trials.Count(trial => trial.Reused);

    /// <summary>What distinguishes a trial in this sweep, e.g. <c>styleWeight 30, init noise</c>.</summary>
    public string LabelOf(string trialId)
    {
        var cell = Plan?.Cells.FirstOrDefault(candidate => candidate.TrialId == trialId);
        return cell is null || cell.Coordinates.Count == 0
            ? trialId
            : string.Join(", ", Plan!.Axes.Select((axis, i) => $"{axis.Name} {axis.Labels[cell.Coordinates[i]]}"));
    }
}
