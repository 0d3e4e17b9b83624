using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Presets;

/// <summary>Reads a preset's file: a description and parameters, by the code that reads a manifest's.</summary>
public static class PresetParser
{
    private static readonly string[] Keys = ["description", "parameters"];

    /// <summary>Reads a preset.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The file's text.</param>
    /// <exception cref="ManifestException">The file has problems, or leaves a parameter open that has no dependent default.</exception>
    public static Preset Parse(string name, string text)
    {
        var problems = new ProblemList();
        var root = DocumentReader.Read(text, problems);
        var keys = root is null ? null : problems.ExpectKeys(root, string.Empty, Keys);
        var description = keys?["description"] is { } words ? problems.ExpectScalar(words, "description", "text")?.Value : null;
        var parameters = keys?["parameters"] is { } node
            ? ParametersReader.Read(node, "parameters", problems).Values
            : ParameterSet.Empty;

        var open = ParameterResolver.Missing(parameters);
        if (problems.Count == 0 && (open.Count > 0 || description is null))
            problems.Add(1, 1, string.Empty, $"a preset needs a description and all parameters; open: {string.Join(", ", open)}");

        problems.ThrowIfAny(name);
        return new Preset(name, description!, parameters);
    }
}
