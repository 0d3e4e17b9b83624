using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads a mapping of parameters.</summary>
internal static class ParametersReader
{
    /// <summary>The values, and where they were set; the places also of those whose values have problems.</summary>
    public static NamedParameters Read(ManifestNode node, string path, ProblemList problems)
    {
        var named = NamedParameters.None;
        if (problems.ExpectKeys(node, path, ParameterCatalog.Names) is not { } keys)
            return named;

        foreach (var (key, valueNode) in keys.Entries)
            named = named.With(ParameterCatalog.Find(key.Value)!, new ParameterSource(key, valueNode, keys.At(key.Value)), problems);
        return named;
    }
}
