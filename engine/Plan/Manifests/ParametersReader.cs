using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads a mapping of parameters.</summary>
internal static class ParametersReader
{
    /// <summary>The values, and the keys of all that were named, also of those whose values have problems.</summary>
    public static (ParameterSet Values, IReadOnlyDictionary<ParameterDefinition, ScalarNode> Named) Read(
        ManifestNode node, string path, ProblemList problems)
    {
        var values = ParameterSet.Empty;
        var named = new Dictionary<ParameterDefinition, ScalarNode>();
        if (problems.ExpectKeys(node, path, ParameterCatalog.Names) is not { } keys)
            return (values, named);

        foreach (var (key, valueNode) in keys.Entries)
        {
            var definition = ParameterCatalog.Find(key.Value)!;
            named.Add(definition, key);
            if (ParameterValueReader.Read(definition, valueNode, keys.At(key.Value), problems) is { } value)
                values = values.With(definition, value);
        }

        return (values, named);
    }
}
