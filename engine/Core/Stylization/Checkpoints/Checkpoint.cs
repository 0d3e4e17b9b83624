using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>A trial between two steps of its optimizer, or at the beginning of a line search that was broken off, on the host. What goes on from it makes the same bits as what it was taken of.</summary>
internal sealed record Checkpoint(CheckpointHead Head, DescentTensors Tensors)
{
    /// <summary>Makes sure that a run can go on from here.</summary>
    /// <param name="trial">The trial, at the size that it runs at.</param>
    /// <param name="maker">What it runs on.</param>
    /// <exception cref="CheckpointException">It is of another trial, size, other snapshots or another machine, or its parts don't fit each other.</exception>
    public void Require(Trial trial, CheckpointMaker maker)
    {
        if (Head.TrialId != trial.Id)
            throw new CheckpointException($"it is of trial {Head.TrialId}, this is {trial.Id}");
        if (Head.Maker != maker)
            throw new CheckpointException($"it was made on {Head.Maker}; this is {maker}, which would not give the same bits");
        if (Head.Snapshots != trial.Snapshots)
            throw new CheckpointException("the trial keeps other snapshots now");
        if (Head.ImageSize != trial.Parameters.ImageSize)
            throw new CheckpointException($"it was made at imageSize {Head.ImageSize}; this run is at {trial.Parameters.ImageSize}");
        if (!FitsTogether(trial))
            throw new CheckpointException("its parts don't fit each other");
    }

    private bool FitsTogether(Trial trial)
    {
        var (course, descent) = (Head.Course, Head.Descent);
        var scales = trial.Parameters.AllScales;
        var done = course.Evaluations.Count - course.ScaleBegan;
        return Head.ScaleIndex >= 0
            && Head.ScaleIndex < scales.Count
            && course.ScaleBegan >= 0
            && done >= 1
            && done <= scales[Head.ScaleIndex].Iterations
            && descent.Compared >= 0
            && descent.Compared <= done
            && Enum.IsDefined(descent.Rung)
            && Tensors.Image.Length == descent.Elements
            && Tensors.Good.Length == descent.Elements
            && Tensors.Mean.Length == (trial.Parameters.Averaging > 0 ? descent.Elements : 0)
            && Tensors.Best.Length == (descent.BestEvaluation > 0 ? descent.Elements : 0);
    }
}
