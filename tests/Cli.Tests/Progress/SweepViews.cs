using NeuralStyle.Cli.Progress;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Progress;

/// <summary>Views of a sweep of three trials, one style weight each.</summary>
internal static class SweepViews
{
    public static SweepView Of(SweepState state, params (TrialState State, string? Reason)[] trials)
    {
        var ids = Enumerable.Range(0, trials.Length).Select(i => $"trial{i}").ToList();
        var moment = DateTimeOffset.UnixEpoch;
        var status = new SweepStatus
        {
            Sweep = "sample",
            InstanceId = "sample-1",
            ManifestETag = "1",
            State = state,
            StartedAt = moment,
            UpdatedAt = moment,
            Trials = [.. trials.Select((trial, i) => new TrialStatus(ids[i], trial.State, trial.Reason, Seconds: 1.5))],
        };
        var plan = new SweepPlan
        {
            Sweep = "sample",
            Axes = [new PlannedAxis("styleWeight", [.. ids.Select((_, i) => $"{i + 1}")])],
            Grid = new GridAxes([], ["styleWeight"], []),
            Cells = [.. ids.Select((id, i) => new SweepCell([i], id))],
            Trials = [],
            MaxMinutes = 60,
        };
        return new SweepView(status, plan, []);
    }
}
