using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Axes;

/// <summary>The values that one line of text asks for, as in a manifest's <c>axes</c>.</summary>
public static class AxisExpression
{
    /// <summary>Expands a text such as <c>1e2..1e6 log 5</c>, <c>1, 2, ..., 10</c> or <c>prefixes(relu1_1..relu5_1)</c>.</summary>
    /// <param name="definition">The parameter that varies.</param>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    /// <returns>Distinct values in the order asked for, or null.</returns>
    public static IReadOnlyList<object>? Parse(ParameterDefinition definition, string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new ProblemList();
        var values = AxisReader.Read(definition, new ScalarNode(SourceText.Of(text), IsQuoted: true, 1, 1), string.Empty, found);
        foreach (var problem in found.All)
            problems.Add(new ValueProblem(problem.Column - 1, problem.Message));
        return values is null ? null : [.. values.Select(value => value.Value)];
    }
}
