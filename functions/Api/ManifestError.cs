using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Functions.Api;

/// <summary>One thing that is wrong with a manifest.</summary>
/// <param name="Line">Line of the manifest, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">The place in the manifest, such as <c>axes.styleWeight</c>; null for the whole.</param>
/// <param name="Detail">What was wrong, the value seen, what is allowed.</param>
/// <param name="Source">The line of the manifest; null where it isn't known.</param>
public sealed record ManifestError(int Line, int Column, string? Path, string Detail, string? Source)
{
    /// <summary>A problem as an answer has it.</summary>
    public static ManifestError Of(ManifestProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new ManifestError(
            problem.Line, problem.Column, problem.Path.Length > 0 ? problem.Path : null, problem.Message, problem.SourceLine);
    }
}
