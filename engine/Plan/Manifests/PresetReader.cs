using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads the name of a preset.</summary>
internal static class PresetReader
{
    /// <summary>The preset, or null after a problem.</summary>
    public static Preset? Read(ManifestNode node, string path, ProblemList problems)
    {
        var allowed = string.Join(", ", PresetCatalog.Names);
        if (problems.ExpectScalar(node, path, allowed) is not { } name)
            return null;
        if (PresetCatalog.Find(name.Value) is { } preset)
            return preset;

        var seen = $"there is no preset '{Shown.Text(name.Value)}'{Suggestion.For(name.Value, PresetCatalog.Names)}";
        problems.Add(name, path, $"{seen}; there are: {allowed}");
        return null;
    }
}
