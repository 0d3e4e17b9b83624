using System.Collections.Immutable;

namespace NeuralStyle.Engine.Optimization;

/// <summary>What <see cref="LbfgsOptimizer"/> knows between two steps, or where a line search that was broken off began.</summary>
/// <param name="Options">The options that it was made with.</param>
/// <param name="GradientScale">The power of two that gradients are multiplied by; 0 before the first step.</param>
/// <param name="Previous">Where the last step began; null before the first.</param>
/// <param name="Step">The last step, flat; empty before the first, or when it did not move the image.</param>
/// <param name="Arrival">What the last line search has evaluated where it left the image; null where steps are fixed.</param>
/// <param name="History">The pairs; null before the first step.</param>
/// <param name="Search">The search that was broken off, which begins at <paramref name="Previous"/>; null between two steps.</param>
public sealed record LbfgsState(
    LbfgsOptions Options,
    double GradientScale,
    EvaluatedPointState? Previous,
    ImmutableArray<float> Step,
    EvaluatedPointState? Arrival,
    CurvatureHistoryState? History,
    BegunSearch? Search)
    : OptimizerState;
