namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>The horizontal axis of all curves: numbers of evaluations.</summary>
internal static class EvaluationAxis
{
    /// <summary>Round numbers from the first to the last evaluation, about <paramref name="most"/> of them.</summary>
    public static IEnumerable<long> Ticks(int first, int last, int most)
    {
        if (first == last)
            return [first];

        var (mantissa, exponent) = RoundStep.Above(Math.Max(1, (last - first) / (double)most));
        var step = (long)Math.Round(mantissa * Math.Pow(10, exponent));
        var start = (first + step - 1) / step;
        return Enumerable.Range(0, (int)((last / step) - start + 1)).Select(index => (start + index) * step);
    }

    /// <summary>Where an evaluation lies: 0 at the first, 1 at the last; in the middle where there is but one.</summary>
    public static double Position(double evaluation, int first, int last) =>
        first == last ? 0.5 : (evaluation - first) / (last - first);
}
