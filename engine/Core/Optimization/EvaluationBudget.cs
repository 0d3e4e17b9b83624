namespace NeuralStyle.Engine.Optimization;

/// <summary>How many evaluations a run may still make. <c>iterations</c> counts evaluations whatever the optimizer, so optimizers
/// take each one from here, and stop where they are, even amid a line search, when there is none left or when they are told to.</summary>
public sealed class EvaluationBudget
{
    /// <summary>A budget of <paramref name="limit"/> evaluations.</summary>
    /// <param name="limit">Evaluations in all; 1 or more.</param>
    /// <param name="used">Evaluations made already, by the run that this one continues; 0 to <paramref name="limit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> or <paramref name="used"/> is out of range.</exception>
    public EvaluationBudget(int limit, int used = 0)
    {
        if (limit < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit of evaluations must be 1 or more.");

        if (used < 0 || used > limit)
            throw new ArgumentOutOfRangeException(nameof(used), used, $"The evaluations made already must be 0 to the limit, {limit}.");

        (Limit, Used, Kept) = (limit, used, used);
    }

    /// <summary>Evaluations in all.</summary>
    public int Limit { get; }

    /// <summary>Evaluations taken so far; while one is made, its number, from 1.</summary>
    public int Used { get; private set; }

    /// <summary>
    /// The evaluations, from the first, that a run which goes on from the optimizer's state does not make again: all but those of a
    /// line search that was broken off, which it makes anew.
    /// </summary>
    public int Kept { get; private set; }

    /// <summary>Whether <see cref="Stop"/> was called.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether no further evaluation may be made: all are used, or it was stopped.</summary>
    public bool IsSpent => Used >= Limit || IsStopped;

    /// <summary>Takes one evaluation.</summary>
    /// <returns>False, and nothing is taken, when the budget <see cref="IsSpent">is spent</see>.</returns>
    public bool TryTake()
    {
        if (IsSpent)
            return false;

        Used++;
        return true;
    }

    /// <summary>The optimizer's state knows of all evaluations so far.</summary>
    public void Keep() => Kept = Used;

    /// <summary>
    /// Allows no further evaluation. A decision rather than a token that may be canceled at any moment: whoever looks at the budget
    /// in one step sees the same.
    /// </summary>
    public void Stop() => IsStopped = true;
}
