using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>
/// What one trial asks of a shared pass, and what it gets, between the trial's thread and the one that passes the batch. Tensors on
/// their way belong to no dispose scope, since those are of one thread.
/// </summary>
internal sealed class PassRequest(Tensor image, IReadOnlySet<LayerName> taps, PoolingMode pooling) : IDisposable
{
    private readonly ManualResetEventSlim _featuresReady = new();
    private readonly ManualResetEventSlim _gradientsGiven = new();
    private readonly ManualResetEventSlim _gradientReady = new();
    private readonly Dictionary<LayerName, Tensor> _gradients = [];
    private IReadOnlyDictionary<LayerName, Tensor> _features = new Dictionary<LayerName, Tensor>();
    private Tensor? _gradient;
    private Exception? _failure;

    /// <summary>The image [1,3,H,W].</summary>
    public Tensor Image => image;

    /// <summary>The layers that are read.</summary>
    public IReadOnlySet<LayerName> Taps => taps;

    /// <summary>Requests of one key can pass together.</summary>
    public (long Height, long Width, PoolingMode Pooling) Key => (image.shape[2], image.shape[3], pooling);

    /// <summary>The gradients by its taps, once they are given; empty where the trial failed to give them.</summary>
    public IReadOnlyDictionary<LayerName, Tensor> Gradients => _gradients;

    /// <summary>From the pass: the features [1,C,h,w] of each tap.</summary>
    public void SetFeatures(IReadOnlyDictionary<LayerName, Tensor> features)
    {
        _features = features;
        _featuresReady.Set();
    }

    /// <summary>From the pass: the gradient [1,3,H,W].</summary>
    public void SetGradient(Tensor gradient)
    {
        _gradient = gradient;
        _gradientReady.Set();
    }

    /// <summary>From the pass: it failed, for all.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        _featuresReady.Set();
        _gradientReady.Set();
    }

    /// <summary>On the trial's thread: waits for the features and gives their gradients, or none where it fails to.</summary>
    /// <exception cref="SharedPassException">The pass failed.</exception>
    public void Differentiate(Func<IReadOnlyDictionary<LayerName, Tensor>, IReadOnlyDictionary<LayerName, Tensor>> differentiate)
    {
        _featuresReady.Wait();
        try
        {
            ThrowIfFailed();
            using var scope = NewDisposeScope();
            foreach (var (layer, gradient) in differentiate(_features))
                _gradients.Add(layer, gradient.DetachFromDisposeScope());
        }
        finally
        {
            // Also after a failure of this trial's: the others wait for it.
            _gradientsGiven.Set();
        }
    }

    /// <summary>From the pass: waits until the trial gave its gradients.</summary>
    public void WaitForGradients() => _gradientsGiven.Wait();

    /// <summary>On the trial's thread: waits until the pass is over, well or badly.</summary>
    public void WaitUntilOver() => _gradientReady.Wait();

    /// <summary>On the trial's thread, when the pass is over: the gradient [1,3,H,W] by the image, in the caller's dispose scope.</summary>
    /// <exception cref="SharedPassException">The pass failed.</exception>
    public Tensor TakeGradient()
    {
        ThrowIfFailed();
        return _gradient!.clone();
    }

    /// <summary>Lets go of all that was exchanged. The pass must be over.</summary>
    public void Dispose()
    {
        foreach (var tensor in _features.Values.Concat(_gradients.Values))
            tensor.Dispose();
        _gradient?.Dispose();
        _featuresReady.Dispose();
        _gradientsGiven.Dispose();
        _gradientReady.Dispose();
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } failure)
            throw new SharedPassException($"A pass that several trials shared failed, and the trial goes on alone: {failure.Message}", failure);
    }
}
