using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// A loss of one layer's features, with its weight in it and its gradient in closed form: the features need no graph beyond them.
/// The arithmetic is float32 (float64 for float64 features) whatever the features' precision.
/// </summary>
public interface ILayerLoss
{
    /// <summary>The layer that it reads.</summary>
    LayerName Layer { get; }

    /// <summary>The weighted loss and its gradient.</summary>
    /// <param name="features">Features [1,C,h,w] of the layer.</param>
    /// <param name="factor">Multiplier of both beside the loss's own weight: a schedule's.</param>
    /// <returns>A scalar, and a gradient of the features' shape and precision.</returns>
    LossAndGradient Of(Tensor features, double factor);
}
