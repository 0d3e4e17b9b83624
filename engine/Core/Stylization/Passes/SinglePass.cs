using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>Passes one image alone; the maps between are let go before it returns.</summary>
internal sealed class SinglePass(FeatureNetwork network) : IFeaturePass
{
    /// <inheritdoc/>
    public Tensor GradientOf(
        Tensor image,
        IReadOnlySet<LayerName> taps,
        PoolingMode pooling,
        Func<IReadOnlyDictionary<LayerName, Tensor>, IReadOnlyDictionary<LayerName, Tensor>> differentiate)
    {
        using var scope = NewDisposeScope();
        var leaf = image.detach().requires_grad_();
        var features = Forward(leaf, taps, pooling);
        // The losses know their gradients in closed form, so automatic differentiation only carries them through the network.
        var gradients = differentiate(features);
        return autograd.grad([.. gradients.Keys.Select(layer => features[layer])], [leaf], [.. gradients.Values])[0]
            .MoveToOuterDisposeScope();
    }

    private IReadOnlyDictionary<LayerName, Tensor> Forward(Tensor leaf, IReadOnlySet<LayerName> taps, PoolingMode pooling)
    {
        using var withGradients = enable_grad();
        return network.Features(leaf, taps, pooling);
    }
}
