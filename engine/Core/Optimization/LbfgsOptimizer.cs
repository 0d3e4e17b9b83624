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
/// <item>Where the caller has changed the image since the last step (clamped it), s is how it has really moved, and a line search
/// begins with one evaluation more, at the image as it now is.</item>
/// <item>While no pair is remembered, the step is not the whole gradient but as long as the first, and then four times as long as
/// the one before: a start where the loss curves the other way along the gradient is left behind in a few evaluations, whatever the
/// loss's unit.</item>
/// <item>If the direction does not go down (possible by rounding only), or a line search has found nothing better than where it
/// began, all pairs are forgotten and the next step follows the gradient.</item>
/// <item>Gradients are multiplied by a power of two that makes the first one's mean magnitude about 1. That is exact, and keeps sums
/// of squares within float32 for losses of any unit.</item>
/// <item>When it is told that the objective has changed by far, it begins anew; when by little, it keeps its pairs and learns from
/// the change as from any step. Tried on weights of style, content and total variation at 96 pixels, lowest loss ten evaluations
/// after: a weight from 0 to 1, 3.07 with the pairs kept (12,400 on the way) and 1.67 without; ten times the weight, 1.07 and 0.99; steps of two
/// to three times, 0.69 and 0.71. In a ramp over 120 evaluations beginning anew at each ended at 3.2 instead of 0.75.</item>
/// </list>
/// </remarks>
public sealed class LbfgsOptimizer : IOptimizer
{
    // Of the cosine between s and y: what float32 rounding alone could make of a pair without curvature.
    private const double LeastCurvature = 1e-10;

    private const double GrowthWithoutPairs = 4;

    private readonly LbfgsOptions _options;
    private CurvatureHistory? _history;

    // Where the last step began; the history's products are with its gradient.
    private EvaluatedPoint? _previous;

    // The last step, flat: the image was left at `_previous.Image + _step`; null when it was not moved. The curvature is learned
    // from this, not from the difference of the images, which has lost the digits that the image has no room for.
    private Tensor? _step;

    // What the last line search has evaluated where it left the image; null where steps are fixed.
    private EvaluatedPoint? _arrival;

    // The line search that was broken off amid: it begins at `_previous`, where the image was left. Null between two steps.
    private BegunSearch? _search;

    // 0 until there is a gradient to choose it by.
    private double _gradientScale;

    /// <summary>An optimizer that has made no step.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names all that are.</exception>
    public LbfgsOptimizer(LbfgsOptions options)
    {
        options.Validate();
        _options = options;
        LearningRate = options.LearningRate;
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get;
        set => field = double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The learning rate must be 0 or more.");
    }

    private double Scale => _gradientScale == 0 ? 1 : _gradientScale;

    /// <inheritdoc/>
    public bool Step(IObjective objective, Tensor image, EvaluationBudget budget)
    {
        if (budget.IsSpent)
            return false;

        using var scope = NewDisposeScope();
        var source = new BudgetedObjective(objective, budget, image, _previous?.Image.numel());
        var isAsLeft = IsAsLeft(image);
        var begun = isAsLeft ? _search : null;
        _search = null;
        begun ??= Begin(image, isAsLeft, source);
        if (begun is null)
            return false;

        var start = _previous!;
        var (direction, slope, maximum) = Direction(start);
        var length = _history!.Count > 0 ? LearningRate : LengthWithoutPairs(begun);
        // A search for the length 0 has nothing to look for.
        if (_options.LineSearch == LineSearchKind.Fixed || LearningRate == 0)
        {
            Move(image, start, direction, length);
            return true;
        }

        budget.Keep();
        var origin = new SearchPoint(0, start.Loss * Scale, slope, start.Gradient);
        var search = new StrongWolfeSearch(step => Trial(start, direction, step, source), origin, maximum);
        var (point, end) = search.Run(length);
        if (end == SearchEnd.BudgetSpent && budget.Used < budget.Limit)
        {
            // Told to stop. Evaluations are left, and who goes on is to make the search as if nothing had happened.
            _search = begun;
            return false;
        }

        Arrive(image, start, direction, point);
        if (point.Step == 0 && end != SearchEnd.BudgetSpent)
            _history.Clear();

        return end != SearchEnd.BudgetSpent;
    }

    /// <inheritdoc/>
    public void OnObjectiveChanged(bool byFar)
    {
        if (byFar)
            Dispose();

        // What the last line search found where it ended was the other function's.
        _arrival?.Dispose();
        (_arrival, _search) = (null, null);
    }

    /// <inheritdoc/>
    public OptimizerState Save() =>
        new LbfgsState(
            _options,
            _gradientScale,
            _previous?.Save(),
            _step is null ? [] : HostCopy.Of(_step),
            _arrival?.Save(),
            _history?.Save(),
            _search);

    /// <inheritdoc/>
    public void Restore(OptimizerState state, Tensor image)
    {
        var saved = LbfgsState.Require(state, _options, image.numel());
        Dispose();
        _gradientScale = saved.GradientScale;
        if (saved.Previous is not { } previous || saved.History is not { } history)
            return;

        _previous = EvaluatedPoint.Restore(previous, image.device);
        _step = saved.Step.IsEmpty ? null : HostCopy.ToDevice(saved.Step, image.device);
        _arrival = saved.Arrival is { } arrival ? EvaluatedPoint.Restore(arrival, image.device) : null;
        _history = CurvatureHistory.Restore(history, _options.HistorySize, image.numel(), image.device);
        _search = saved.Search;
    }

    /// <summary>Frees the tensors; the optimizer is then as new.</summary>
    public void Dispose()
    {
        _previous?.Dispose();
        _step?.Dispose();
        _arrival?.Dispose();
        _history?.Dispose();
        (_previous, _step, _arrival, _history, _search, _gradientScale) = (null, null, null, null, null, 0);
    }

    private bool IsAsLeft(Tensor image)
    {
        if (_previous is null)
            return false;

        using var scope = NewDisposeScope();
        var expected = _step is null ? _previous.Image : _previous.Image.add(_step);
        return HostCopy.Together(image.reshape(-1).sub(expected).abs().sum())[0] == 0;
    }

    // Null when the budget is spent. Afterwards `_previous` is where the step begins.
    private BegunSearch? Begin(Tensor image, bool isAsLeft, BudgetedObjective source)
    {
        var start = isAsLeft ? _arrival : null;
        start ??= EvaluateAt(image, source);
        if (start is null)
            return null;

        var stepSum = _history is { Count: 0 } && _step is not null ? HostCopy.Together(_step.abs().sum())[0] : 0;
        return new BegunSearch(Learn(start, isAsLeft, source), stepSum);
    }

    private EvaluatedPoint? EvaluateAt(Tensor image, BudgetedObjective source)
    {
        if (!source.TryEvaluate(image, out var loss, out var gradient))
            return null;

        if (_gradientScale == 0)
            ChooseScale(gradient, loss, source);

        gradient.mul_(Scale);
        return new EvaluatedPoint(image.reshape(-1).clone(), loss, gradient);
    }

    private void ChooseScale(Tensor gradient, double loss, BudgetedObjective source)
    {
        var sum = HostCopy.Together(gradient.abs().sum())[0];
        source.RequireFinite(sum, loss);
        if (sum > 0)
            _gradientScale = Math.ScaleB(1, -Math.ILogB(sum / gradient.numel()));
    }

    // Returns the sum of the gradient's magnitudes, not scaled.
    private double Learn(EvaluatedPoint start, bool isAsLeft, BudgetedObjective source)
    {
        _history ??= new CurvatureHistory(_options.HistorySize, start.Image.numel(), start.Image.device);
        var (step, difference) = _previous is { } previous
            ? ((isAsLeft ? _step : null) ?? start.Image.sub(previous.Image), start.Gradient.sub(previous.Gradient))
            : (null, null);
        var sum = _history.Learn(step, difference, start.Gradient, LeastCurvature) / Scale;
        source.RequireFinite(sum, start.Loss);

        // From here the step before is over. If an exception ends this one, the image has not moved.
        _previous?.Dispose();
        _step?.Dispose();
        if (!ReferenceEquals(_arrival, start))
            _arrival?.Dispose();

        (_previous, _step, _arrival) = (start.Keep(), null, null);
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
    private double LengthWithoutPairs(BegunSearch begun)
    {
        var (gradientSum, stepSum) = begun;
        var first = Math.Min(1, 1 / gradientSum) * LearningRate;
        return Math.Max(first, gradientSum > 0 && LearningRate > 0 ? GrowthWithoutPairs * stepSum / gradientSum : 0) / Scale;
    }

    private SearchPoint? Trial(EvaluatedPoint start, Tensor direction, double length, BudgetedObjective source)
    {
        using var scope = NewDisposeScope();
        if (!source.TryEvaluate(start.Image.add(direction.mul(length)), out var loss, out var gradient))
            return null;

        gradient.mul_(Scale);
        var measured = HostCopy.Together(gradient.dot(direction), gradient.abs().sum());
        source.RequireFinite(measured[1] / Scale, loss);
        return new SearchPoint(length, loss * Scale, measured[0], gradient.MoveToOuterDisposeScope());
    }

    // Leaves the image at start + length * direction. Trials of a search compute it by the same operations, so to the same bits.
    private void Move(Tensor image, EvaluatedPoint start, Tensor direction, double length)
    {
        _step = direction.mul(length).DetachFromDisposeScope();
        image.copy_(start.Image.add(_step).view(image.shape));
    }

    private void Arrive(Tensor image, EvaluatedPoint start, Tensor direction, SearchPoint point)
    {
        if (point.Step != 0)
            Move(image, start, direction, point.Step);

        var gradient = point.Step != 0 ? point.Gradient! : start.Gradient.clone();
        _arrival = new EvaluatedPoint(image.reshape(-1).clone(), point.Loss / Scale, gradient).Keep();
    }
}
