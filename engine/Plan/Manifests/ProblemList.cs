using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Gathers the problems of one manifest.</summary>
internal sealed class ProblemList
{
    /// <summary>Nobody reads more, and a hostile manifest could have one on each of its bytes.</summary>
    private const int Most = 100;

    // Those of YAML; the longest first, since the ends of Windows' lines are one end.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    private readonly List<ManifestProblem> _problems = [];
    private int _omitted;

    /// <summary>Number of problems so far.</summary>
    public int Count => _problems.Count + _omitted;

    /// <summary>Whether further problems are not kept: readers of long lists may stop.</summary>
    public bool IsFull => _problems.Count == Most;

    /// <summary>The problems so far, in the order of the manifest.</summary>
    public IReadOnlyList<ManifestProblem> All => [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    public void Add(ManifestNode node, string path, string message) => Add(node.Line, node.Column, path, message);

    public void Add(ScalarNode node, string path, ValueProblem problem) => Add(node.Text, path, problem);

    public void Add(SourceText text, string path, ValueProblem problem)
    {
        var (line, column) = text.At(problem.Offset);
        Add(line, column, path, problem.Message);
    }

    public void Add(int line, int column, string path, string message)
    {
        if (_problems.Count < Most)
            _problems.Add(new ManifestProblem(line, column, path, message));
        else
            _omitted++;
    }

    /// <summary>Throws when there is a problem.</summary>
    /// <param name="source">Name of the manifest.</param>
    /// <param name="text">Its text, to show the lines where the problems are; null where it isn't known.</param>
    /// <exception cref="ManifestException">There is a problem.</exception>
    public void ThrowIfAny(string source, string? text = null)
    {
        if (_problems.Count == 0)
            return;

        var lines = text?.Split(LineEnds, StringSplitOptions.None);
        var sorted = All.Select(problem => problem with { SourceLine = lines?.ElementAtOrDefault(problem.Line - 1) }).ToList();
        if (IsFull)
            sorted.Add(new ManifestProblem(sorted[^1].Line, sorted[^1].Column, string.Empty, $"only the first {Most} problems are listed"));
        throw new ManifestException(source, sorted);
    }
}
