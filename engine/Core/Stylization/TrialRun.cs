using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Stylization.Checkpoints;
using NeuralStyle.Engine.Stylization.Passes;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// One trial over its scales: each starts from the result of the one before, enlarged, and Adam from what it knew there.
/// </summary>
internal sealed class TrialRun : IDisposable
{
    private readonly Trial _trial;
    private readonly TrialPictures _pictures;
    private readonly FeatureNetwork _network;
    private readonly IFeaturePass _pass;
    private readonly TargetCache _targets;
    private readonly Device _device;
    private readonly TrialCourse _course;
    private readonly CheckpointKeeper _checkpoints;
    private readonly RecoveryLadder _recovery;
    private readonly IReadOnlyList<Scale> _scales;
    private readonly BestImage? _best;

    /// <param name="trial">The setting.</param>
    /// <param name="pictures">What it reads.</param>
    /// <param name="network">Its network, on the device.</param>
    /// <param name="pass">The way through that network and back.</param>
    /// <param name="targets">Where targets are kept; locked while it measures some, since trials of a batch share it.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="course">Is told of everything.</param>
    /// <param name="checkpoints">Makes checkpoints.</param>
    public TrialRun(
        Trial trial,
        TrialPictures pictures,
        FeatureNetwork network,
        IFeaturePass pass,
        TargetCache targets,
        Device device,
        TrialCourse course,
        CheckpointKeeper checkpoints)
    {
        (_trial, _pictures, _network, _pass, _targets, _device, _course, _checkpoints) =
            (trial, pictures, network, pass, targets, device, course, checkpoints);
        _recovery = new RecoveryLadder(trial.Parameters);
        _scales = trial.Parameters.AllScales;
        _best = trial.Snapshots.Best ? new BestImage() : null;
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="from">Where to go on from; null for the beginning.</param>
    /// <param name="cancellation">Ends it within one evaluation.</param>
    /// <exception cref="CheckpointException"><paramref name="from"/> doesn't fit the trial's images; nothing was evaluated or reported.</exception>
    public StylizedImage Run(Checkpoint? from, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        ScaleEnd? before = null;
        for (var index = from?.Head.ScaleIndex ?? 0; index < _scales.Count; index++)
        {
            before = RunScale(index, before, from, cancellation);
            from = null;
        }

        return Finish(before!);
    }

    /// <inheritdoc/>
    public void Dispose() => _best?.Dispose();

    private ScaleEnd RunScale(int index, ScaleEnd? before, Checkpoint? from, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var (parameters, isLast) = (_trial.Parameters, index == _scales.Count - 1);
        var images = new ScaleImages(_trial, _pictures, _scales[index], _device);
        var losses = Measure(images);
        using var descent = new ScaleDescent(
            parameters,
            _course,
            _recovery,
            from is null ? StartOf(images, before) : zeros([1, 3, images.Height, images.Width], device: _device),
            isLast ? _best : null,
            (factors, evaluated) => new StylizationObjective(_pass, parameters, losses, factors, evaluated));
        if (from is not null)
            GoOn(descent, from);
        else
            Begin(descent, index, before, images);

        // Nothing was computed by this run yet. Later on it ends only where a checkpoint can be made.
        if (before is null)
            cancellation.ThrowIfCancellationRequested();
        descent.Run(_scales[index].Iterations, () => _checkpoints.Offer(index, _course, descent), cancellation);
        var adam = isLast ? null : descent.OptimizerState() as AdamState;
        return new ScaleEnd(descent.Result().MoveToOuterDisposeScope(), adam, losses.Layers);
    }

    private TrialLosses Measure(ScaleImages images)
    {
        lock (_targets)
            return TrialLosses.Measure(_trial, images, _network, _targets);
    }

    private Tensor StartOf(ScaleImages images, ScaleEnd? before) => before is null
        ? StartImage.Of(_trial, _pictures, images, _network.Preprocessing)
        : ScaleTransfer.Image(before.Image, images.Height, images.Width);

    private void Begin(ScaleDescent descent, int index, ScaleEnd? before, ScaleImages images)
    {
        _course.BeginScale();
        if (before is null)
            return;

        _course.Report(
            TrialEventKind.ScaleBegan,
            $"Scale {index + 1} of {_scales.Count}, {images.Width} x {images.Height} pixels, from the result of {before.Image.shape[3]} x {before.Image.shape[2]}.");
        if (before.Adam is { } adam)
            descent.WarmStart(ScaleTransfer.Moments(adam, before.Image.shape, images.Height, images.Width));
    }

    private void GoOn(ScaleDescent descent, Checkpoint from)
    {
        descent.Restore(from);
        _course.Resume(from.Head.Course);
        _course.Report(TrialEventKind.Resumed, FormattableString.Invariant(
            $"Went on from a checkpoint after {from.Head.Course.Evaluations.Count} evaluations and {from.Head.Course.Seconds:F1} seconds of work."));
    }

    private StylizedImage Finish(ScaleEnd end)
    {
        var computed = ImageTensor.ToPicture(end.Image);
        // The truly last evaluation, which a scale that stopped early has made an earlier one than was planned.
        var last = _course.Evaluations.Count;
        if (_trial.Snapshots.Last)
            _course.HandOn(last, () => computed);
        if (_best?.Image is { } best)
            _course.HandOn(_best.Evaluation, () => ImageTensor.ToPicture(best));
        return new StylizedImage(OutputPicture.Of(_trial, _pictures, computed), _course.Evaluations)
        {
            Layers = end.Layers,
            Events = _course.Events,
            BestEvaluation = _best?.Image is null ? null : _best.Evaluation,
        };
    }

    /// <summary>How a scale ended: its result [1,3,h,w], what Adam knew, and the losses that it had.</summary>
    private sealed record ScaleEnd(Tensor Image, AdamState? Adam, IReadOnlyList<LossLayer> Layers);
}
