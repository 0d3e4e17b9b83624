using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>Leaves out points that no screen could show, but none of the peaks.</summary>
internal static class Thinning
{
    /// <summary>
    /// The evaluations to draw for one loss: all of them when they are few, otherwise the first, the last, and the lowest and the highest
    /// of each of <paramref name="buckets"/> stretches of equal length.
    /// </summary>
    public static IReadOnlyList<EvaluationRecord> Of(
        IReadOnlyList<EvaluationRecord> evaluations, Func<EvaluationRecord, double> valueOf, int buckets)
    {
        if (evaluations.Count <= 2 * buckets)
            return evaluations;

        var kept = new SortedSet<int> { 0, evaluations.Count - 1 };
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var start = (int)((long)bucket * evaluations.Count / buckets);
            var end = (int)((long)(bucket + 1) * evaluations.Count / buckets);
            var stretch = Enumerable.Range(start, end - start).ToList();
            kept.Add(stretch.MinBy(index => valueOf(evaluations[index])));
            kept.Add(stretch.MaxBy(index => valueOf(evaluations[index])));
        }

        return [.. kept.Select(index => evaluations[index])];
    }
}
