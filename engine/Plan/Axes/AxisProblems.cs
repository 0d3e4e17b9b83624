using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Axes;

/// <summary>Where the grammar of one axis reports what is wrong.</summary>
/// <param name="Problems">The manifest's problems.</param>
/// <param name="Path">The axis, e.g. <c>axes.styleWeight</c>.</param>
internal sealed record AxisProblems(ProblemList Problems, string Path)
{
    /// <summary>Reports a problem at a character of a text.</summary>
    public void Add(SourceText source, int offset, string message) => Problems.Add(source, Path, new ValueProblem(offset, message));

    /// <summary>Reports the problems of a value within a text.</summary>
    public void AddAll(SourceText source, IEnumerable<ValueProblem> problems)
    {
        foreach (var problem in problems)
            Problems.Add(source, Path, problem);
    }

    /// <summary>Reports a count of values that is too large.</summary>
    public void AddTooMany(SourceText source, double count)
    {
        var asked = $"'{Shown.Text(source.Value)}' asks for {NumberText.Format(count)} values";
        Add(source, 0, $"{asked}; at most {AxisLimits.MaxValues} are allowed");
    }
}
