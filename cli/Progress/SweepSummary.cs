using System.Globalization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>A sweep in a few lines, and what it means for the exit code.</summary>
internal static class SweepSummary
{
    public static async Task WriteAsync(TextWriter output, SweepView view)
    {
        var status = view.Status;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{status.Sweep}: {Words.Of(status.State)}; {view.Completed} of {view.Total} trials completed ({view.Reused} reused), {view.Failed} failed"));
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
    }

    /// <summary>0 while it goes on or when it is done well, 2 for a rejected manifest, 3 where trials failed, 1 where the sweep itself did.</summary>
    public static int ExitCodeOf(SweepStatus status) => status.State switch
    {
        SweepState.Rejected => ExitCode.BadInput,
        SweepState.CompletedWithFailures => ExitCode.FailedTrials,
        SweepState.Failed => ExitCode.Unexpected,
        _ => ExitCode.Done,
    };
}
