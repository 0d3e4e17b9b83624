using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// The image that an optimizer changes, the last good one behind it, and the mean of all of them where the trial averages. Good means
/// evaluated, with finite loss and gradient; the last good one is the result of a scale, and where to go on after trouble. One copy
/// on the device a step.
/// </summary>
internal sealed class ImageTrail : IDisposable
{
    private readonly IterateMean? _mean;
    private Tensor _good;
    private Tensor _candidate;

    /// <param name="start">The image to start from, [1,3,H,W]; a copy is taken.</param>
    /// <param name="searches">Whether steps are line searches: they end at a point that they have evaluated, others begin at it.</param>
    /// <param name="averaging">Decay of the mean; 0 for none.</param>
    public ImageTrail(Tensor start, bool searches, double averaging)
    {
        Image = start.contiguous().clone().DetachFromDisposeScope();
        _good = empty_like(Image).DetachFromDisposeScope();
        _candidate = empty_like(Image).DetachFromDisposeScope();
        _mean = averaging > 0 ? new IterateMean(averaging, Image) : null;
        Searches = searches;
    }

    /// <summary>Where the optimizer stands.</summary>
    public Tensor Image { get; }

    /// <summary>Whether steps are line searches.</summary>
    public bool Searches { get; set; }

    /// <summary>Whether there is a good image.</summary>
    public bool HasGood { get; private set; }

    /// <summary>The last good image. There must be one.</summary>
    public Tensor Good => _good;

    /// <summary>The mean; null where the trial doesn't average.</summary>
    public IterateMean? Mean => _mean;

    /// <summary>The result so far, a new tensor: the mean, or the last good image. There must be one.</summary>
    public Tensor Result() => _mean?.Value() ?? _good.clone();

    /// <summary>What a snapshot of an evaluation shows, in the caller's dispose scope.</summary>
    /// <param name="evaluated">The image that was evaluated.</param>
    public Tensor Shown(Tensor evaluated) => _mean is null ? evaluated : Searches ? _mean.Value() : _mean.With(evaluated);

    /// <summary>Before the optimizer's step.</summary>
    public void BeginStep()
    {
        if (!Searches)
            _candidate.copy_(Image);
        else if (_mean is { Missing: 1 })
            _mean.Add(Image);
    }

    /// <summary>After a step that has thrown nothing.</summary>
    /// <param name="clamps">Whether the image is now brought back to 0..1.</param>
    public void EndStep(bool clamps)
    {
        if (Searches)
            _good.copy_(Image);
        else
            (_good, _candidate) = (_candidate, _good);

        HasGood = true;
        _mean?.Add(_good);
        if (!clamps)
            return;

        using var scope = NewDisposeScope();
        Image.clamp_(0, 1);
    }

    /// <summary>The image where the optimizer stands has turned out good, though the step that began there failed.</summary>
    public void HoldImage()
    {
        _good.copy_(Image);
        HasGood = true;
    }

    /// <summary>Puts the optimizer's image back to the last good one.</summary>
    public void GoBack() => Image.copy_(_good);

    /// <summary>Goes on from tensors that were saved of another trail.</summary>
    /// <param name="image">Where the optimizer stood.</param>
    /// <param name="good">The last good image.</param>
    public void Restore(Tensor image, Tensor good)
    {
        Image.copy_(image);
        _good.copy_(good);
        HasGood = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Image.Dispose();
        _good.Dispose();
        _candidate.Dispose();
        _mean?.Dispose();
    }
}
