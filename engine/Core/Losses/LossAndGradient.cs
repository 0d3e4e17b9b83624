using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>A weighted loss and its derivative by what it was computed of. The tensors are in the caller's dispose scope.</summary>
/// <param name="Loss">A scalar.</param>
/// <param name="Gradient">Of the shape of the features or of the image.</param>
public readonly record struct LossAndGradient(Tensor Loss, Tensor Gradient);
