using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A parameter of an axis of several: of all its points, or of one.</summary>
/// <param name="Definition">The parameter.</param>
/// <param name="Key">Its name there.</param>
/// <param name="Value">Its value or values.</param>
/// <param name="Path">The place.</param>
internal sealed record CompositeParameter(ParameterDefinition Definition, ScalarNode Key, ManifestNode Value, string Path)
{
    /// <summary>The parameters among the keys of a mapping, in its order.</summary>
    public static List<CompositeParameter> Among(KeyedNode keys) =>
    [
        .. keys.Entries.Where(entry => ParameterCatalog.Find(entry.Key.Value) is not null).Select(entry =>
            new CompositeParameter(ParameterCatalog.Find(entry.Key.Value)!, entry.Key, entry.Value, keys.At(entry.Key.Value))),
    ];
}
