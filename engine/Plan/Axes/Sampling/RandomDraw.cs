using System.Globalization;

namespace NeuralStyle.Plan.Axes.Sampling;

/// <summary>How many random points an axis has, and of which seed.</summary>
/// <param name="Count">Number of points, 1 or more.</param>
/// <param name="Seed">The seed; 0 where none is given.</param>
internal sealed record RandomDraw(int Count, long Seed)
{
    private const int AttemptsEach = 100;
    private const int AttemptsMore = 10_000;

    /// <summary>
    /// Draws points, none twice: each parameter from a sequence of its own name, so that a further parameter leaves the values of
    /// the others as they were.
    /// </summary>
    /// <param name="distributions">What to draw, one a parameter.</param>
    /// <param name="problem">What is wrong when the result is null.</param>
    /// <returns>For each point, the values in the order of the distributions; or null.</returns>
    public IReadOnlyList<IReadOnlyList<object>>? Points(IReadOnlyList<Distribution> distributions, out string? problem)
    {
        var possible = distributions.Aggregate(1.0, (product, distribution) => product * distribution.Possible);
        problem = possible < Count
            ? string.Create(CultureInfo.InvariantCulture, $"{Count} different ones can't be drawn: there are only {possible}")
            : null;
        if (problem is not null)
            return null;

        var sequences = distributions.Select(distribution => new DrawSequence(Seed, distribution.Parameter.Name)).ToList();
        var points = new List<IReadOnlyList<object>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; points.Count < Count; attempt++)
        {
            if (attempt == (AttemptsEach * (long)Count) + AttemptsMore)
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"after {attempt} draws there are only {points.Count} different ones of {Count}");
                return null;
            }

            object[] point = [.. distributions.Zip(sequences, (distribution, sequence) => distribution.At(sequence.Next()))];
            if (seen.Add(string.Join('|', distributions.Zip(point, (distribution, value) => distribution.Parameter.Label(value)))))
                points.Add(point);
        }

        return points;
    }
}
