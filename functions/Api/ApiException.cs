namespace NeuralStyle.Functions.Api;

/// <summary>A request can't be answered as it is asked; the caller is told why.</summary>
public sealed class ApiException(ApiProblem problem) : Exception(problem.Detail)
{
    /// <param name="kind">What kind of trouble it is.</param>
    /// <param name="detail">What was wrong, the value seen, what is allowed.</param>
    public ApiException(ProblemKind kind, string detail)
        : this(new ApiProblem(kind, detail))
    {
    }

    /// <summary>What is wrong.</summary>
    public ApiProblem Problem { get; } = problem;
}
