using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads one value of a parameter from a node.</summary>
internal static class ParameterValueReader
{
    /// <summary>The value, or null after a problem.</summary>
    public static object? Read(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        if (definition is LayerSetParameter && node is SequenceNode list)
            return ReadLayers(list, definition.Allowed, path, problems);
        if (JoinedText.Of(definition, node, path, problems) is not { } text)
            return null;

        var found = new List<ValueProblem>();
        var value = definition.Parse(text.Value, found);
        foreach (var problem in found)
        {
            var (line, column, place) = text.At(problem.Offset);
            problems.Add(line, column, place, problem.Message);
        }

        return value;
    }

    private static LayerSet? ReadLayers(SequenceNode list, string allowed, string path, ProblemList problems)
    {
        var before = problems.Count;
        var layers = new List<LayerName>();
        foreach (var (item, itemPath) in problems.ExpectScalars(list, path, allowed))
        {
            var found = new List<ValueProblem>();
            var parsed = LayerSetText.Parse(item.Value, found) ?? [];
            found.AddRange(parsed.Where(layers.Contains).Select(LayerSetText.Twice));
            layers.AddRange(parsed);
            foreach (var problem in found)
                problems.Add(item, itemPath, problem);
        }

        if (list.Items.Count == 0)
            problems.Add(list, path, "the list is empty; at least one layer is needed (a weight of 0 switches a loss off)");
        return problems.Count == before && layers.Count > 0 ? LayerSetParameter.SetOf(layers) : null;
    }
}
