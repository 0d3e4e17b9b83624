using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>Makes a trial's checkpoints when they are due, and when the trial is cancelled.</summary>
/// <param name="trial">The trial.</param>
/// <param name="maker">What it runs on.</param>
/// <param name="interval">The least time from one checkpoint to the next; null for none at all.</param>
/// <param name="clock">Measures it.</param>
/// <param name="made">Takes them.</param>
internal sealed class CheckpointKeeper(Trial trial, CheckpointMaker maker, TimeSpan? interval, TimeProvider clock, Action<byte[]> made)
{
    // The trail's, the mean, the best; where L-BFGS was and is with the gradients there, and its step.
    private const int OtherImages = 10;

    private long _last = clock.GetTimestamp();

    /// <summary>Where the descent's state is exact: makes a checkpoint if it is time, or the last chance.</summary>
    /// <param name="scaleIndex">The scale, from 0.</param>
    /// <param name="course">The trial's course.</param>
    /// <param name="descent">The descent at the scale.</param>
    public void Offer(int scaleIndex, TrialCourse course, ScaleDescent descent)
    {
        var isDue = interval is { } least && (descent.IsStopped || clock.GetElapsedTime(_last) >= least);
        if (!isDue || !FitsAnArray(descent.Elements))
            return;

        var (state, tensors) = descent.Save();
        var head = new CheckpointHead(
            trial.Id, maker, trial.Snapshots, trial.Parameters.ImageSize, scaleIndex, course.Save(descent.Kept), state);
        made(CheckpointFormat.Write(new Checkpoint(head, tensors)));
        _last = clock.GetTimestamp();
    }

    private bool FitsAnArray(long elements)
    {
        var pairs = trial.Parameters.Optimizer == OptimizerKind.Lbfgs ? trial.Parameters.HistorySize + 1 : 1;
        return ((2L * pairs) + OtherImages) * elements * sizeof(float) < Array.MaxLength;
    }
}
