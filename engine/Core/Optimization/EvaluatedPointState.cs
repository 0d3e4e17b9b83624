using System.Collections.Immutable;

namespace NeuralStyle.Engine.Optimization;

/// <summary>A point that L-BFGS has evaluated.</summary>
/// <param name="Image">The image there, flat.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Gradient">The scaled gradient there, flat.</param>
public sealed record EvaluatedPointState(ImmutableArray<float> Image, double Loss, ImmutableArray<float> Gradient);
