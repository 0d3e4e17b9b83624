namespace NeuralStyle.Plan.Trials;

/// <summary>Which evaluations' images a trial keeps beside its final one, e.g. <c>first 10, every 10, at 3 33, log 12, best, last</c>.</summary>
public sealed record SnapshotPolicy
{
    /// <summary>Keep evaluations 1 to this number; 0 for none.</summary>
    public int First { get; init; }

    /// <summary>Keep each multiple of this number; 0 for none.</summary>
    public int Every { get; init; }

    /// <summary>Keep the last evaluation too.</summary>
    public bool Last { get; init; }

    /// <summary>Keep these evaluations, by growing number; none by default.</summary>
    public EvaluationList At { get; init; } = EvaluationList.None;

    /// <summary>Keep about this many, evenly spaced by the logarithm of their number from 1 to the last; 0 for none.</summary>
    public int Log { get; init; }

    /// <summary>Keep the evaluation of the lowest total loss, known when the trial ends.</summary>
    public bool Best { get; init; }

    /// <summary>Keeps nothing.</summary>
    public static SnapshotPolicy None { get; } = new();

    /// <summary>Whether the image of an evaluation is kept; <see cref="Best"/> is not asked here.</summary>
    /// <param name="evaluation">Evaluation, from 1.</param>
    /// <param name="iterations">Evaluations of the trial, all scales together.</param>
    public bool Keeps(int evaluation, int iterations) =>
        evaluation <= First
        || (Every > 0 && evaluation % Every == 0)
        || (Last && evaluation == iterations)
        || At.Contains(evaluation)
        || (Log > 0 && IsLogSpaced(evaluation, iterations));

    // The k-th of n, k from 0, is at iterations^(k / (n - 1)), rounded; small numbers coincide.
    private bool IsLogSpaced(int evaluation, int iterations)
    {
        if (Log == 1 || iterations == 1)
            return evaluation == iterations;

        // Only a k near the evaluation's own place can be rounded to it.
        var place = (int)Math.Round((Log - 1) * Math.Log(evaluation) / Math.Log(iterations));
        var first = Math.Max(0, place - 1);
        var last = Math.Min(Log - 1, place + 1);
        for (var k = first; k <= last; k++)
        {
            if (evaluation == (int)Math.Round(Math.Pow(iterations, k / (double)(Log - 1))))
                return true;
        }

        return false;
    }
}
