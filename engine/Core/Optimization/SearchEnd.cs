namespace NeuralStyle.Engine.Optimization;

/// <summary>Why a line search ended.</summary>
internal enum SearchEnd
{
    /// <summary>The point satisfies the strong Wolfe conditions.</summary>
    WolfeConditions,

    /// <summary>The bracket has become too narrow, or the trials are used up; the point is the best end of the bracket.</summary>
    Exhausted,

    /// <summary>There was no evaluation left; the point is the best that was evaluated.</summary>
    BudgetSpent,
}
