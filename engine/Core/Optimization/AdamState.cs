using System.Collections.Immutable;

namespace NeuralStyle.Engine.Optimization;

/// <summary>What <see cref="AdamOptimizer"/> knows between two steps.</summary>
/// <param name="Options">The options that it was made with.</param>
/// <param name="Steps">Steps made; 0 or more.</param>
/// <param name="Mean">Running mean of the gradient, one value for each element of the image; empty before the first step.</param>
/// <param name="MeanSquare">Running mean of the squared gradient, likewise.</param>
public sealed record AdamState(AdamOptions Options, int Steps, ImmutableArray<float> Mean, ImmutableArray<float> MeanSquare)
    : OptimizerState;
