using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>An objective whose evaluations are taken from a budget and looked at before anyone builds on them.</summary>
internal sealed class BudgetedObjective
{
    private readonly IObjective _objective;
    private readonly EvaluationBudget _budget;
    private readonly long[] _shape;

    /// <param name="objective">What is evaluated.</param>
    /// <param name="budget">Where evaluations are taken from.</param>
    /// <param name="image">The image of this step.</param>
    /// <param name="elements">Elements of the image of the steps before; null when this is the first.</param>
    public BudgetedObjective(IObjective objective, EvaluationBudget budget, Tensor image, long? elements)
    {
        if (image.dtype != ScalarType.Float32)
            throw new ArgumentException($"The image is {image.dtype}; only Float32 can be optimized.", nameof(image));

        if (image.requires_grad)
            throw new ArgumentException("The image requires a gradient; it must not, for it is changed in place.", nameof(image));

        if (image.numel() == 0 || (elements is { } expected && image.numel() != expected))
        {
            throw new ArgumentException(
                $"The image [{string.Join(",", image.shape)}] has {image.numel()} elements; {(elements is { } before
                    ? $"this optimizer has been working on one of {before}"
                    : "there must be at least one")}.",
                nameof(image));
        }

        _objective = objective;
        _budget = budget;
        _shape = image.shape;
    }

    /// <summary>Evaluates at <paramref name="point"/>, if the budget allows it.</summary>
    /// <param name="point">The image, or as many elements in one dimension.</param>
    /// <param name="loss">The loss; finite.</param>
    /// <param name="gradient">The gradient, flat <c>[N]</c>, not yet known to be finite: see <see cref="RequireFinite"/>.</param>
    /// <returns>False when the budget is spent.</returns>
    public bool TryEvaluate(Tensor point, out double loss, out Tensor gradient)
    {
        loss = double.NaN;
        gradient = point;
        if (!_budget.TryTake())
            return false;

        (loss, var shaped) = _objective.Evaluate(point.reshape(_shape));
        if (!double.IsFinite(loss))
            throw NonFiniteLossException.OfLoss(_budget.Used, loss);

        if (shaped.dtype != ScalarType.Float32 || !shaped.shape.AsSpan().SequenceEqual(_shape))
        {
            throw new ArgumentException(
                $"The objective gave a gradient of {shaped.dtype} [{string.Join(",", shaped.shape)}]; "
                + $"it must be Float32 [{string.Join(",", _shape)}], as the image is.");
        }

        // Also puts a gradient with other strides (channels last) into the order of the image's elements.
        gradient = shaped.reshape(-1);
        return true;
    }

    /// <summary>Throws when the sum of the last gradient's magnitudes is not finite, since then neither is the gradient.</summary>
    public void RequireFinite(double sumOfMagnitudes, double loss)
    {
        if (!double.IsFinite(sumOfMagnitudes))
            throw NonFiniteLossException.OfGradient(_budget.Used, sumOfMagnitudes, loss);
    }
}
