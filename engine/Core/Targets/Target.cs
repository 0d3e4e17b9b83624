using static TorchSharp.torch;

namespace NeuralStyle.Engine.Targets;

/// <summary>What one layer of an image asks of the result.</summary>
/// <param name="Values">Features [1,C,h,w], or a Gram matrix [C,C].</param>
/// <param name="Positions">Positions h w of the layer's features.</param>
public sealed record Target(Tensor Values, long Positions);
