using System.Globalization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>A sweep as it is seen at one moment.</summary>
/// <param name="Status">Its status document.</param>
/// <param name="Plan">Its plan; null while it isn't planned.</param>
/// <param name="Running">How far the running trials are.</param>
internal sealed record SweepView(SweepStatus Status, SweepPlan? Plan, IReadOnlyList<TrialProgress> Running)
{
    private readonly Lazy<Dictionary<string, string>> _labels = LabelsOf(Plan);

    public int Total => Status.Trials.Count;

    public int Completed => Status.Count(TrialState.Completed);

    public int Failed => Status.Count(TrialState.Failed);

    public int Reused => Status.Trials.Count(trial => trial.Reused);

    public int Cancelled => Status.Count(TrialState.Cancelled);

    /// <summary>Trials that its limits cut.</summary>
    public int NotRun => Status.Trials.Count(trial => trial is { State: TrialState.Pending, Reason: not null });

    /// <summary>Trials that a search dropped.</summary>
    public int Dropped => Status.Count(TrialState.Dropped);

    /// <summary>The rung of its search that it is at, in words; null without a search, and while it isn't planned.</summary>
    public string? Rung => Plan?.Search?.NameOf(Plan.TopRung());

    /// <summary>Trials to which nothing more happens.</summary>
    public int Ended => Total - Status.Count(TrialState.Pending) - Status.Count(TrialState.Running);

    /// <summary>What distinguishes a trial in this sweep, e.g. <c>styleWeight 30, init noise</c>.</summary>
    public string LabelOf(string trialId) => _labels.Value.GetValueOrDefault(trialId, trialId);

    /// <summary>The view a moment later, of the same plan.</summary>
    public SweepView With(SweepStatus status, IReadOnlyList<TrialProgress> running) => this with { Status = status, Running = running };

    /// <summary>A trial has the label of its first cell. Made once for a plan: it may have thousands.</summary>
    private static Lazy<Dictionary<string, string>> LabelsOf(SweepPlan? plan) => new(() =>
    {
        var labels = new Dictionary<string, string>();
        // Of a search, each setting has a trial a rung.
        for (var rung = 0; plan is not null && rung <= plan.TopRung(); rung++)
        {
            foreach (var cell in plan.UpTo(rung).Cells.Where(cell => cell.Coordinates.Count > 0))
                labels.TryAdd(cell.TrialId, LabelOf(plan, cell, rung));
        }

        return labels;
    });

    private static string LabelOf(SweepPlan plan, SweepCell cell, int rung)
    {
        var label = string.Join(", ", plan.Axes.Select((axis, i) => $"{axis.Name} {axis.Labels[cell.Coordinates[i]]}"));
        return plan.Search is { } search ? string.Create(CultureInfo.InvariantCulture, $"{label} at {search.Rungs[rung]} px") : label;
    }
}
