using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>What one evaluation found.</summary>
/// <param name="Loss">The loss, in the objective's own units.</param>
/// <param name="Gradient">Derivative of the loss by each element of the image: the image's shape, float32, on its device, not
/// part of an autograd graph. It belongs to whoever asked for the evaluation.</param>
public readonly record struct Evaluation(double Loss, Tensor Gradient);
