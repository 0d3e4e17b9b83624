using System.Diagnostics;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// The least that an evaluation must do: the network's convolutions, ReLUs (in place, as torchvision has them) and poolings down to
/// a layer, and the gradient of the result's sum with respect to the image; no losses, no optimizer, no records.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly List<(LayerKind Kind, Tensor? Kernel, Tensor? Bias)> _layers = [];
    private readonly Tensor _image;

    private BareLoop(NetworkWeights weights, LayerName deepest, int height, int width)
    {
        foreach (var layer in VggTopology.Layers.Take(VggTopology.DepthOf(deepest) + 1)
            .Where(layer => VggTopology.Contains(weights.Reference.Network, layer)))
        {
            if (layer.Kind != LayerKind.Conv)
            {
                _layers.Add((layer.Kind, null, null));
                continue;
            }

            var values = weights.Of(layer);
            _layers.Add((
                LayerKind.Conv,
                tensor(values.Kernel, [values.OutputChannels, values.InputChannels, 3L, 3]).DetachFromDisposeScope(),
                tensor(values.Bias, [(long)values.OutputChannels]).DetachFromDisposeScope()));
        }

        _image = zeros(1, 3, height, width).DetachFromDisposeScope();
    }

    /// <summary>The loop of an image of 4:3 to the deepest of the bench's layers.</summary>
    public static BareLoop Of(NetworkWeights weights, int imageSize) => new(weights, BenchLayers.Of(weights).Deepest, imageSize * 3 / 4, imageSize);

    /// <summary>Seconds of one evaluation.</summary>
    public double Seconds()
    {
        var started = Stopwatch.GetTimestamp();
        Evaluate();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Evaluate()
    {
        using var scope = NewDisposeScope();
        var leaf = _image.detach().requires_grad_();
        Tensor map = leaf;
        foreach (var (kind, kernel, bias) in _layers)
        {
            map = kind switch
            {
                LayerKind.Conv => nn.functional.conv2d(map, kernel!, bias, padding: [1, 1]),
                LayerKind.Relu => nn.functional.relu(map, inplace: true),
                _ => nn.functional.max_pool2d(map, 2, 2),
            };
        }

        autograd.grad([map.sum()], [leaf]);
    }

    public void Dispose()
    {
        foreach (var (_, kernel, bias) in _layers)
        {
            kernel?.Dispose();
            bias?.Dispose();
        }

        _image.Dispose();
    }
}
