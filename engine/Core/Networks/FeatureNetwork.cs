using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// A VGG network that gives the features of named layers and goes no deeper than the deepest of them.
/// <para>
/// Departs from the published network in form, not in result: the scale and the channel order of the preprocessing are folded
/// into the first convolution, so that only the mean is subtracted from each image; zero padding stays zero. Maps are laid out
/// channels-last, which convolutions and poolings keep and do faster. With bfloat16 the mean is subtracted in float32 before the
/// image is rounded, and the folded kernels are rounded once.
/// </para>
/// </summary>
public sealed class FeatureNetwork : IDisposable
{
    private readonly Dictionary<LayerName, (Tensor Kernel, Tensor Bias)> _convolutions = [];
    private readonly NetworkWeights _weights;
    private readonly Device _device;
    private readonly Tensor _mean;

    /// <summary>Prepares a network; each convolution is brought to the device at its first use.</summary>
    /// <param name="weights">Its weights.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="precision">Arithmetic of its convolutions; float32 by default.</param>
    /// <exception cref="StylizationException">The device can't compute with this precision.</exception>
    public FeatureNetwork(NetworkWeights weights, Device device, Precision precision = Precision.Float32)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(device);
        ConvolutionPrecision.Require(precision, device);
        Precision = precision;
        _weights = weights;
        _device = device;
        _mean = tensor(InputScaling.Of(weights.Preprocessing).Mean, [1L, 3, 1, 1]).to(device).DetachFromDisposeScope();
    }

    /// <summary>Arithmetic of its convolutions.</summary>
    public Precision Precision { get; }

    /// <summary>What its weights expect of an image.</summary>
    public Preprocessing Preprocessing => _weights.Preprocessing;

    /// <summary>
    /// The features of some layers. Gradients reach the image; the weights have none. A ReLU works in place only where the
    /// convolution before it is not tapped, since it would overwrite what the tap reads.
    /// </summary>
    /// <param name="image">Image [1,3,H,W], RGB, 0..1, on the network's device.</param>
    /// <param name="taps">The layers to read.</param>
    /// <param name="pooling">How its poolings reduce a window.</param>
    /// <returns>
    /// For each tap its features [1,C,h,w], channels-last in memory, registered in the caller's dispose scope: bfloat16 with that
    /// precision, else float32.
    /// </returns>
    /// <exception cref="WeightsException">The network has no such layer, or the weights don't hold one that is needed.</exception>
    public IReadOnlyDictionary<LayerName, Tensor> Features(Tensor image, IReadOnlySet<LayerName> taps, PoolingMode pooling)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(taps);

        var network = _weights.Reference.Network;
        var unknown = taps.Where(tap => !VggTopology.Contains(network, tap)).ToList();
        if (unknown.Count > 0)
            throw new WeightsException($"{EnumNames.Of(network)} has no layer {string.Join(", ", unknown)}.");

        ConvolutionPrecision.Apply(Precision, _device);
        var deepest = taps.Count == 0 ? -1 : taps.Max(VggTopology.DepthOf);
        var features = new Dictionary<LayerName, Tensor>(taps.Count);
        var map = ChannelsLast.Of(Rounded(image - _mean));
        foreach (var layer in VggTopology.Layers.Take(deepest + 1).Where(layer => VggTopology.Contains(network, layer)))
        {
            map = layer.Kind switch
            {
                LayerKind.Conv => Convolve(layer, map),
                LayerKind.Relu => nn.functional.relu(map, inplace: !taps.Contains(layer with { Kind = LayerKind.Conv })),
                LayerKind.Pool => Pool(map, pooling),
                _ => throw new InvalidOperationException($"Layer kind {layer.Kind} has no computation."),
            };
            if (taps.Contains(layer))
                features.Add(layer, map);
        }

        return features;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (kernel, bias) in _convolutions.Values)
        {
            kernel.Dispose();
            bias.Dispose();
        }

        _convolutions.Clear();
        _mean.Dispose();
    }

    private static Tensor Pool(Tensor map, PoolingMode pooling) => pooling switch
    {
        PoolingMode.Max => nn.functional.max_pool2d(map, 2, 2),
        PoolingMode.Average => nn.functional.avg_pool2d(map, 2, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(pooling), pooling, "Allowed are max and average."),
    };

    private Tensor Rounded(Tensor values) => Precision == Precision.Bfloat16 ? values.to_type(ScalarType.BFloat16) : values;

    private Tensor Convolve(LayerName layer, Tensor map)
    {
        (Tensor Kernel, Tensor Bias) convolution;
        // Trials of a batch measure their targets on threads of their own.
        lock (_convolutions)
        {
            if (!_convolutions.TryGetValue(layer, out convolution))
            {
                convolution = Load(layer);
                _convolutions.Add(layer, convolution);
            }
        }

        return nn.functional.conv2d(map, convolution.Kernel, convolution.Bias, padding: [1, 1]);
    }

    private (Tensor Kernel, Tensor Bias) Load(LayerName layer)
    {
        using var scope = NewDisposeScope();
        var weights = _weights.Of(layer);
        var values = layer == VggTopology.Convolutions[0]
            ? InputScaling.Of(_weights.Preprocessing).FoldInto(weights)
            : weights.Kernel;
        var kernel = tensor(values, [weights.OutputChannels, weights.InputChannels, 3L, 3]).to(_device);
        var bias = tensor(weights.Bias, [(long)weights.OutputChannels]).to(_device);
        (kernel, bias) = (Rounded(kernel), Rounded(bias));
        return (ChannelsLast.Of(kernel).DetachFromDisposeScope(), bias.DetachFromDisposeScope());
    }
}
