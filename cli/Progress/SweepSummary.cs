using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>A sweep in a few lines, and what it means for the exit code.</summary>
internal static class SweepSummary
{
    public static async Task WriteAsync(TextWriter output, SweepView view)
    {
        var status = view.Status;
        var counts = Counts.Of(view.Completed, view.Total, view.Reused, view.Failed, view.Cancelled, view.NotRun, view.Dropped);
        await output.WriteLineAsync($"{status.Sweep}: {Words.Of(status.State)}; {counts}");
        foreach (var problem in status.Problems)
            await output.WriteLineAsync($"  {problem}");
        foreach (var progress in view.Running)
            await output.WriteLineAsync($"  running {view.LabelOf(progress.TrialId)}: {ProgressText.Of(progress)}");

        // One damaged image fails many trials for one reason.
        foreach (var failures in status.Trials.Where(trial => trial.State == TrialState.Failed).GroupBy(trial => trial.Reason))
        {
            await output.WriteLineAsync($"  failed: {failures.Key}");
            foreach (var trial in failures)
                await output.WriteLineAsync($"    {view.LabelOf(trial.TrialId)}");
        }

        // What a search dropped, by rung; the place of each, which follows, is on the sheet.
        foreach (var dropped in status.Trials.Where(trial => trial.State == TrialState.Dropped).GroupBy(trial => trial.Reason?.Split(':')[0]))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  dropped {dropped.Key}: {dropped.Count()}"));

        foreach (var others in status.Trials.Where(IsLeftOut).GroupBy(trial => (trial.State, trial.Reason)))
        {
            var word = others.Key.State == TrialState.Pending ? "not run" : "cancelled";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {word} ({others.Count()}): {others.Key.Reason}"));
        }
    }

    /// <summary>What was computed twice of the sweep's trials, in a line; nothing where nothing was.</summary>
    public static async Task WriteRepeatedAsync(TextWriter output, IStore store, SweepStatus status, CancellationToken cancellation)
    {
        // Counted anew: of a run that was paused or cut off it may have become known after the sweep's end only.
        var notes = new RepeatedWorkNotes(store, new FinishedTrials(store, NullLogger<FinishedTrials>.Instance), NullLogger<RepeatedWorkNotes>.Instance);
        var sum = await notes.SumAsync(
            status.Trials.Select(trial => trial.TrialId).ToHashSet(StringComparer.Ordinal), status.StartedAt, status.IsFinished ? status.UpdatedAt : null, cancellation);
        if (sum.Evaluations > 0)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  computed twice: {sum.Evaluations} {(sum.Evaluations == 1 ? "evaluation" : "evaluations")} of {sum.Trials} {(sum.Trials == 1 ? "trial" : "trials")}, {sum.Seconds:0.0} s of work"));
        }
    }

    /// <summary>Trials without a result through no fault of their own.</summary>
    private static bool IsLeftOut(TrialStatus trial) =>
        trial is { State: TrialState.Cancelled } or { State: TrialState.Pending, Reason: not null };

    /// <summary>0 while it goes on or when it is done well, 2 for a rejected manifest, 3 where trials failed or it was cancelled, 1 where the sweep itself did.</summary>
    public static int ExitCodeOf(SweepStatus status) => status.State switch
    {
        SweepState.Rejected => ExitCode.BadInput,
        SweepState.CompletedWithFailures or SweepState.Cancelled => ExitCode.FailedTrials,
        SweepState.Failed => ExitCode.Unexpected,
        _ => ExitCode.Done,
    };
}
