namespace NeuralStyle.Engine.Optimization;

/// <summary>
/// Looks along a direction for a step a that satisfies the strong Wolfe conditions, where phi is the loss along the direction:
/// <code>
/// phi(a) &lt;= phi(0) + 1e-4 a phi'(0)        |phi'(a)| &lt;= 0.9 |phi'(0)|
/// </code>
/// First steps grow until two of them enclose such a point, then the bracket shrinks, each trial where the cubic through
/// both ends has its minimum (Nocedal and Wright, "Numerical optimization", 2nd edition 2006, algorithms 3.5 and 3.6).
/// </summary>
/// <remarks>
/// Departs from the book, as the line search of torch.optim.LBFGS does: growth is bounded to 1% beyond the last pair of points at
/// least and ten times the step at most; a loss above the one before ends the growth only from the third trial on; the end of the
/// bracket with the smaller loss is the one kept; a trial near an end is moved in by a tenth of the bracket when that happens
/// twice; and there are 25 trials at most after the first one.
/// </remarks>
internal sealed class StrongWolfeSearch
{
    public const double SufficientDecrease = 1e-4;
    public const double CurvatureShare = 0.9;
    private const int MaxFurtherTrials = 25;
    private const double NarrowestBracket = 1e-9;

    private readonly Func<double, SearchPoint?> _evaluate;
    private readonly SearchPoint _start;
    private readonly double _directionMaximum;
    private SearchPoint _best;

    /// <param name="evaluate">Evaluates at a step; null when there is no evaluation left.</param>
    /// <param name="start">The point at step 0; its slope is below 0.</param>
    /// <param name="directionMaximum">Largest magnitude in the direction: a bracket narrower than 1e-9 in the image is not
    /// searched.</param>
    public StrongWolfeSearch(Func<double, SearchPoint?> evaluate, SearchPoint start, double directionMaximum)
    {
        _evaluate = evaluate;
        _start = start;
        _directionMaximum = directionMaximum;
        _best = start;
    }

    public SearchResult Run(double firstStep)
    {
        var previous = _start;
        if (!TryAt(firstStep, out var current))
            return new(_best, SearchEnd.BudgetSpent);

        for (var trials = 0; trials < MaxFurtherTrials; trials++)
        {
            if (!DecreasesEnough(current) || (trials > 1 && current.Loss >= previous.Loss))
                return Shrink(previous, current, trials);

            if (IsFlatEnough(current))
                return new(current, SearchEnd.WolfeConditions);

            if (current.Slope >= 0)
                return Shrink(previous, current, trials);

            var nearest = current.Step + (0.01 * (current.Step - previous.Step));
            if (!TryAt(CubicInterpolation.Minimizer(previous, current, nearest, 10 * current.Step), out var next))
                return new(_best, SearchEnd.BudgetSpent);

            Drop(previous);
            (previous, current) = (current, next);
        }

        return new(_start.Loss <= current.Loss ? _start : current, SearchEnd.Exhausted);
    }

    // `low` is the end with the smaller loss. The bracket holds points that satisfy both conditions.
    private SearchResult Shrink(SearchPoint first, SearchPoint second, int trials)
    {
        var (low, high) = first.Loss <= second.Loss ? (first, second) : (second, first);
        var wasNearEnd = false;
        for (; trials < MaxFurtherTrials && Math.Abs(high.Step - low.Step) * _directionMaximum >= NarrowestBracket; trials++)
        {
            if (!TryAt(StepWithin(low, high, ref wasNearEnd), out var trial))
                return new(_best, SearchEnd.BudgetSpent);

            if (!DecreasesEnough(trial) || trial.Loss >= low.Loss)
            {
                Drop(high);
                (low, high) = trial.Loss < low.Loss ? (trial, low) : (low, trial);
                continue;
            }

            if (IsFlatEnough(trial))
                return new(trial, SearchEnd.WolfeConditions);

            var opensAwayFromHigh = trial.Slope * (high.Step - low.Step) >= 0;
            Drop(opensAwayFromHigh ? high : low);
            (low, high) = (trial, opensAwayFromHigh ? low : high);
        }

        return new(low, SearchEnd.Exhausted);
    }

    private static double StepWithin(SearchPoint low, SearchPoint high, ref bool wasNearEnd)
    {
        var (from, to) = (Math.Min(low.Step, high.Step), Math.Max(low.Step, high.Step));
        var step = CubicInterpolation.Minimizer(low, high, from, to);
        var margin = 0.1 * (to - from);
        if (Math.Min(to - step, step - from) >= margin)
        {
            wasNearEnd = false;
            return step;
        }

        if (!wasNearEnd && step > from && step < to)
        {
            wasNearEnd = true;
            return step;
        }

        wasNearEnd = false;
        return to - step < step - from ? to - margin : from + margin;
    }

    private bool TryAt(double step, out SearchPoint point)
    {
        point = _start;
        if (_evaluate(step) is not { } found)
            return false;

        point = found;
        if (found.Loss < _best.Loss)
            _best = found;

        return true;
    }

    private bool DecreasesEnough(SearchPoint point) =>
        point.Loss <= _start.Loss + (SufficientDecrease * point.Step * _start.Slope);

    private bool IsFlatEnough(SearchPoint point) => Math.Abs(point.Slope) <= -CurvatureShare * _start.Slope;

    // Frees the gradient at once: a search may make 26 of them, each as large as the image.
    private void Drop(SearchPoint point)
    {
        if (!ReferenceEquals(point, _start) && !ReferenceEquals(point, _best))
            point.Gradient?.Dispose();
    }
}
