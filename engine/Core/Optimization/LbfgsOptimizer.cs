using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>
/// Limited-memory BFGS (Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", 1989; Nocedal and
/// Wright, "Numerical optimization", 2nd edition 2006, algorithm 7.4). A step goes along
/// <code>
/// d = -H g,   H = V'_k..V'_1 (s.y / y.y) V_1..V_k + ...,   V = 1 - y s' / s.y
/// </code>
/// with g the gradient and H an approximation of the inverse Hessian made of the last pairs s, y of differences of the image and
/// of the gradient. A fixed step takes one evaluation. With a line search (same book, algorithms 3.5 and 3.6) every
/// trial is one, and the first step takes one more for the point where it begins.
/// </summary>
/// <remarks>
/// Steps, evaluations and their order are those of torch.optim.LBFGS in one call whose tolerances are -1: it never stops by itself,
/// and the first step is min(1, 1 / |g|_1) times the learning rate. Departs from it:
/// <list type="bullet">
/// <item>A pair is remembered when s.y is above 1e-10 |s| |y|; there, above 1e-10 whatever the loss's unit. Losses of about 1, such
/// as those of convention relative, have pairs far below that which are sound, and without pairs every step stays tiny.</item>
/// <item>s is how the image has really changed, which is not the step where the caller has clamped it or where float32 rounds.</item>
/// <item>Whenever no pair is remembered, the step is as long as the first, not the whole gradient.</item>
/// <item>If the direction does not go down (possible by rounding only), or a line search has found nothing better than where it
/// began, all pairs are forgotten and the next step follows the gradient.</item>
/// <item>Gradients are multiplied by a power of two that makes the first one's mean magnitude about 1. That is exact, and keeps sums
/// of squares within float32 for losses of any unit.</item>
/// </list>
/// </remarks>
public sealed class LbfgsOptimizer : IOptimizer
{
    // Of the cosine between s and y: what float32 rounding alone could make of a pair without curvature.
    private const double LeastCurvature = 1e-10;

    private readonly LbfgsOptions _options;
    private CurvatureHistory? _history;

    // Where the last step began; the history's products are with its gradient.
    private EvaluatedPoint? _previous;

    // Where the last line search ended. The same object as `_previous` when it has found nothing better.
    private EvaluatedPoint? _accepted;

    // 0 until there is a gradient to choose it by.
    private double _gradientScale;

    /// <summary>An optimizer that has made no step.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names all that are.</exception>
    public LbfgsOptimizer(LbfgsOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public bool Advance(IObjective objective, Tensor image, EvaluationBudget budget)
    {
        using var scope = NewDisposeScope();
        var source = new BudgetedObjective(objective, budget, image, _previous?.Image.numel());
        if (budget.IsSpent || PointAt(image, source) is not { } start)
            return false;

        var gradientSum = Learn(start, source);
        var (direction, slope, maximum) = Direction(start);
        var step = _history!.Count > 0 ? _options.LearningRate : FirstStep(gradientSum);
        if (_options.LineSearch == LineSearchKind.Fixed)
        {
            image.copy_(start.Image.add(direction, alpha: step).view(image.shape));
            return true;
        }

        var origin = new SearchPoint(0, start.Loss * Scale, slope, start.Gradient);
        var search = new StrongWolfeSearch(length => Trial(start, direction, length, source), origin, maximum);
        var (point, end) = search.Run(step);
        Accept(start, direction, point, image);
        if (point.Step == 0 && end != SearchEnd.BudgetSpent)
            _history.Clear();

        return end != SearchEnd.BudgetSpent;
    }

    /// <inheritdoc/>
    public OptimizerState Save() =>
        new LbfgsState(_options, _gradientScale, _previous?.Save(), _accepted?.Save(), _history?.Save());

    /// <inheritdoc/>
    public void Restore(OptimizerState state, Tensor image)
    {
        var saved = Require(state, image.numel());
        Dispose();
        _gradientScale = saved.GradientScale;
        _previous = saved.Previous is { } previous ? EvaluatedPoint.Restore(previous, image.device) : null;
        _accepted = saved.Accepted is { } accepted ? EvaluatedPoint.Restore(accepted, image.device) : null;
        _history = saved.History is { } history
            ? CurvatureHistory.Restore(history, _options.HistorySize, image.numel(), image.device)
            : null;
    }

    /// <summary>Frees the tensors; the optimizer is then as new.</summary>
    public void Dispose()
    {
        _previous?.Dispose();
        _accepted?.Dispose();
        _history?.Dispose();
        (_previous, _accepted, _history, _gradientScale) = (null, null, null, 0);
    }

    // The point of the image: as the last search has left it, or else evaluated now. Null when the budget is spent.
    private EvaluatedPoint? PointAt(Tensor image, BudgetedObjective source)
    {
        if (_accepted is { } accepted && accepted.IsAt(image))
            return accepted;

        if (!source.TryEvaluate(image, out var loss, out var gradient))
            return null;

        if (_gradientScale == 0)
            ChooseScale(gradient, loss, source);

        gradient.mul_(Scale);
        return new EvaluatedPoint(image.reshape(-1).clone(), loss, gradient);
    }

    private double Scale => _gradientScale == 0 ? 1 : _gradientScale;

    private void ChooseScale(Tensor gradient, double loss, BudgetedObjective source)
    {
        var sum = HostCopy.Together(gradient.abs().sum())[0];
        source.RequireFinite(sum, loss);
        if (sum > 0)
            _gradientScale = Math.ScaleB(1, -Math.ILogB(sum / gradient.numel()));
    }

    // Returns the sum of the gradient's magnitudes, not scaled.
    private double Learn(EvaluatedPoint start, BudgetedObjective source)
    {
        _history ??= new CurvatureHistory(_options.HistorySize, start.Image.numel(), start.Image.device);
        var (step, difference) = _previous is { } previous
            ? (start.Image.sub(previous.Image), start.Gradient.sub(previous.Gradient))
            : (null, null);
        var sum = _history.Learn(step, difference, start.Gradient, LeastCurvature) / Scale;
        source.RequireFinite(sum, start.Loss);

        foreach (var old in new[] { _previous, _accepted })
        {
            if (old is not null && !ReferenceEquals(old, start))
                old.Dispose();
        }

        _previous = start.Keep();
        _accepted = _options.LineSearch == LineSearchKind.Fixed ? null : start;
        return sum;
    }

    private (Tensor Direction, double Slope, double Maximum) Direction(EvaluatedPoint start)
    {
        if (_history!.Count > 0)
        {
            var direction = _history.Direction(start.Gradient);
            var (slope, maximum) = SlopeAndMaximum(direction, start.Gradient);
            if (slope < 0)
                return (direction, slope, maximum);

            _history.Clear();
        }

        var steepest = start.Gradient.mul(-1);
        var (steepestSlope, steepestMaximum) = SlopeAndMaximum(steepest, start.Gradient);
        return (steepest, steepestSlope, steepestMaximum);
    }

    private static (double Slope, double Maximum) SlopeAndMaximum(Tensor direction, Tensor gradient)
    {
        var both = HostCopy.Together(direction.dot(gradient), direction.abs().max());
        return (both[0], both[1]);
    }

    // The direction is that of the scaled gradient.
    private double FirstStep(double gradientSum) => Math.Min(1, 1 / gradientSum) * _options.LearningRate / Scale;

    private SearchPoint? Trial(EvaluatedPoint start, Tensor direction, double length, BudgetedObjective source)
    {
        using var scope = NewDisposeScope();
        if (!source.TryEvaluate(start.Image.add(direction, alpha: length), out var loss, out var gradient))
            return null;

        gradient.mul_(Scale);
        var measured = HostCopy.Together(gradient.dot(direction), gradient.abs().sum());
        source.RequireFinite(measured[1] / Scale, loss);
        return new SearchPoint(length, loss * Scale, measured[0], gradient.MoveToOuterDisposeScope());
    }

    private void Accept(EvaluatedPoint start, Tensor direction, SearchPoint point, Tensor image)
    {
        if (point.Step == 0)
            return;

        // The same operation as in the trial, so the same bits as were evaluated.
        var moved = start.Image.add(direction, alpha: point.Step);
        image.copy_(moved.view(image.shape));
        _accepted = new EvaluatedPoint(moved, point.Loss / Scale, point.Gradient!).Keep();
    }

    private LbfgsState Require(OptimizerState state, long elements)
    {
        if (state is not LbfgsState saved)
        {
            throw new ArgumentException(
                $"The state is a {state.GetType().Name}; L-BFGS can go on from an {nameof(LbfgsState)} only.", nameof(state));
        }

        if (saved.Options != _options)
            throw new ArgumentException($"The state was saved with {saved.Options}; this optimizer has {_options}.", nameof(state));

        if (saved.Previous is { } previous && previous.Image.Length != elements)
        {
            throw new ArgumentException(
                $"The state is that of {previous.Image.Length} elements; the image has {elements}.", nameof(state));
        }

        return saved;
    }
}
