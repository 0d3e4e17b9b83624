using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>One point of a line search.</summary>
/// <param name="Step">How far along the direction; 0 is where the search began.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Slope">Derivative of the loss by the step.</param>
/// <param name="Gradient">The gradient there, flat; null where a search is over a plain function of one variable.</param>
internal sealed record SearchPoint(double Step, double Loss, double Slope, Tensor? Gradient);
