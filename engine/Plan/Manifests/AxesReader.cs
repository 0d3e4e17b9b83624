using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>axes</c>.</summary>
internal static class AxesReader
{
    /// <summary>The axes, in the manifest's order.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="fixedParameters">Parameters that the manifest sets, with the places where it does: they can't vary too.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static DeclaredAxes Read(
        ManifestNode node, IReadOnlyDictionary<ParameterDefinition, ParameterSource> fixedParameters, ProblemList problems)
    {
        if (problems.ExpectKeys(node, "axes", ParameterCatalog.Names) is not { } keys)
            return DeclaredAxes.None;

        var axes = new List<ParameterAxis>();
        var names = new List<ParameterDefinition>();
        foreach (var (key, valueNode) in keys.Entries)
        {
            var definition = ParameterCatalog.Find(key.Value)!;
            var path = keys.At(key.Value);
            names.Add(definition);
            if (fixedParameters.TryGetValue(definition, out var other))
            {
                var seen = $"'{definition}' has a fixed value on line {other.Key.Line}";
                problems.Add(key, path, $"{seen}; a parameter is fixed or an axis, not both");
            }

            if (AxisReader.Read(definition, valueNode, path, problems) is { } values)
                axes.Add(new ParameterAxis(definition, values) { Source = new ParameterSource(key, valueNode, path) });
        }

        return new DeclaredAxes(axes, names);
    }
}
