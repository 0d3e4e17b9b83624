using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>Follows one trial: numbers and times its evaluations, hands on snapshots, keeps the image that was evaluated last.</summary>
internal sealed class TrialCourse(Trial trial, IStylizationObserver observer, TimeProvider clock, CancellationToken cancellation)
{
    private readonly List<EvaluationRecord> _evaluations = [];
    private readonly long _startedAt = clock.GetTimestamp();
    private Tensor? _last;

    /// <summary>An evaluation was done at an image [1,3,H,W], which will change after this returns.</summary>
    public void OnEvaluated(LossValues losses, Tensor image)
    {
        var evaluation = new EvaluationRecord(
            _evaluations.Count + 1, losses.Total, losses.Content, losses.Style, losses.Tv, clock.GetElapsedTime(_startedAt).TotalSeconds)
        {
            Layers = losses.Layers,
        };
        _evaluations.Add(evaluation);
        observer.OnEvaluation(evaluation);
        if (trial.Snapshots.Keeps(evaluation.Evaluation, trial.Parameters.Iterations))
            observer.OnSnapshot(evaluation.Evaluation, ImageTensor.ToPicture(image));
        // The optimizer would move on once more, to an image whose loss nobody has seen.
        if (evaluation.Evaluation == trial.Parameters.Iterations)
            _last = image.clone().DetachFromDisposeScope();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The result.</summary>
    /// <param name="image">Where the optimizer stands after its last step.</param>
    public StylizedImage Finish(Tensor image)
    {
        using var last = _last ?? throw new InvalidOperationException("The trial ended before its last evaluation.");
        var searches = trial.Parameters is { Optimizer: OptimizerKind.Lbfgs, LineSearch: LineSearchKind.StrongWolfe };
        return new StylizedImage(ImageTensor.ToPicture(searches ? image : last), _evaluations);
    }
}
