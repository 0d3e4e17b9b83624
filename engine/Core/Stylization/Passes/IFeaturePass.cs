using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>One way of an image through a network and back.</summary>
internal interface IFeaturePass
{
    /// <summary>The gradient by the image of losses that know their gradients by the features.</summary>
    /// <param name="image">The image [1,3,H,W]; not changed.</param>
    /// <param name="taps">The layers that the losses read; at least one.</param>
    /// <param name="pooling">How the network pools.</param>
    /// <param name="differentiate">
    /// Given the features [1,C,h,w] of each tap, gives the gradient of the same shape for some of them, at least one. Called on the
    /// calling thread, without automatic differentiation; again where a first attempt failed.
    /// </param>
    /// <returns>The gradient [1,3,H,W], a new tensor in the caller's dispose scope.</returns>
    Tensor GradientOf(
        Tensor image,
        IReadOnlySet<LayerName> taps,
        PoolingMode pooling,
        Func<IReadOnlyDictionary<LayerName, Tensor>, IReadOnlyDictionary<LayerName, Tensor>> differentiate);
}
