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
    : OptimizerState
{
    /// <summary>A state that an optimizer can go on from.</summary>
    /// <param name="state">The state.</param>
    /// <param name="options">The options of that optimizer.</param>
    /// <param name="elements">Elements of its image.</param>
    /// <exception cref="ArgumentException">It is of another kind of optimizer, other options or another size of image.</exception>
    internal static LbfgsState Require(OptimizerState state, LbfgsOptions options, long elements)
    {
        if (state is not LbfgsState saved)
        {
            throw new ArgumentException(
                $"The state is a {state.GetType().Name}; L-BFGS can go on from an {nameof(LbfgsState)} only.", nameof(state));
        }

        if (saved.Options != options)
            throw new ArgumentException($"The state was saved with {saved.Options}; this optimizer has {options}.", nameof(state));

        foreach (var point in new[] { saved.Previous, saved.Arrival }.OfType<EvaluatedPointState>())
        {
            if (point.Image.Length != elements || point.Gradient.Length != elements)
            {
                throw new ArgumentException(
                    $"The state is that of {point.Image.Length} elements; the image has {elements}.", nameof(state));
            }
        }

        if (!saved.Step.IsEmpty && saved.Step.Length != elements)
            throw new ArgumentException($"The state's step has {saved.Step.Length} elements; the image has {elements}.", nameof(state));

        return saved;
    }
}
