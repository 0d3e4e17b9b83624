namespace NeuralStyle.Plan.Manifests;

/// <summary>A manifest can't be run. Its message has one line for each problem; all of them at once.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="source">Name of the manifest, for the message.</param>
    /// <param name="problems">At least one problem.</param>
    public ManifestException(string source, IReadOnlyList<ManifestProblem> problems)
        : base(string.Join('\n', problems.Select(problem => problem.Format(source))))
    {
        ManifestName = source;
        Problems = problems;
    }

    /// <summary>Name of the manifest.</summary>
    public string ManifestName { get; }

    /// <summary>All problems, in the order of the manifest.</summary>
    public IReadOnlyList<ManifestProblem> Problems { get; }

    /// <summary>One line for each problem.</summary>
    public IReadOnlyList<string> Lines => [.. Problems.Select(problem => problem.Format(ManifestName))];

    /// <summary>The lines for people: below each problem the line of the manifest where it is, with a caret under the character.</summary>
    public IReadOnlyList<string> Report => [.. Problems.SelectMany(problem => problem.Show(ManifestName))];
}
