namespace NeuralStyle.Engine.Optimization;

/// <summary>How many evaluations a run may still make. <c>iterations</c> counts evaluations whatever the optimizer, so optimizers
/// take each one from here, and stop where they are, even amid a line search, when there is none left or when cancelled.</summary>
public sealed class EvaluationBudget
{
    private readonly CancellationToken _cancellation;

    /// <summary>A budget of <paramref name="limit"/> evaluations.</summary>
    /// <param name="limit">Evaluations in all; 1 or more.</param>
    /// <param name="used">Evaluations made already, by the run that this one continues; 0 to <paramref name="limit"/>.</param>
    /// <param name="cancellation">Once cancelled, the budget counts as spent.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> or <paramref name="used"/> is out of range.</exception>
    public EvaluationBudget(int limit, int used = 0, CancellationToken cancellation = default)
    {
        if (limit < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit of evaluations must be 1 or more.");

        if (used < 0 || used > limit)
            throw new ArgumentOutOfRangeException(nameof(used), used, $"The evaluations made already must be 0 to the limit, {limit}.");

        Limit = limit;
        Used = used;
        _cancellation = cancellation;
    }

    /// <summary>Evaluations in all.</summary>
    public int Limit { get; }

    /// <summary>Evaluations taken so far; while one is made, its number, from 1.</summary>
    public int Used { get; private set; }

    /// <summary>Whether no further evaluation may be made: all are used, or the run was cancelled.</summary>
    public bool IsSpent => Used >= Limit || _cancellation.IsCancellationRequested;

    /// <summary>Takes one evaluation.</summary>
    /// <returns>False, and nothing is taken, when the budget <see cref="IsSpent">is spent</see>.</returns>
    public bool TryTake()
    {
        if (IsSpent)
            return false;

        Used++;
        return true;
    }
}
