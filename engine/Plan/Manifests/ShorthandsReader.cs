using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads the keys of a manifest that stand for parameters: <c>seed</c>, <c>blend</c> and <c>masks</c>.</summary>
internal static class ShorthandsReader
{
    /// <summary>The masks by their names under <c>masks</c>.</summary>
    public static IReadOnlyList<(string Name, ParameterDefinition Parameter)> Masks { get; } =
        [("style", ParameterCatalog.StyleMasks), ("content", ParameterCatalog.ContentMask), ("color", ParameterCatalog.ColorMask)];

    /// <summary>The parameters with those of the shorthands.</summary>
    /// <param name="root">The manifest.</param>
    /// <param name="parameters">What its <c>parameters</c> set.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static NamedParameters Read(KeyedNode root, NamedParameters parameters, ProblemList problems)
    {
        foreach (var definition in (ParameterDefinition[])[ParameterCatalog.Seed, ParameterCatalog.Blend])
        {
            if (root[definition.Name] is { } node)
                parameters = With(parameters, definition, node, definition.Name, problems);
        }

        if (root["masks"] is not { } masks || problems.ExpectKeys(masks, "masks", [.. Masks.Select(mask => mask.Name)]) is not { } keys)
            return parameters;

        foreach (var (name, definition) in Masks)
        {
            if (keys[name] is { } node)
                parameters = With(parameters, definition, node, keys.At(name), problems);
        }

        return parameters;
    }

    private static NamedParameters With(
        NamedParameters parameters, ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        if (parameters.Sources.TryGetValue(definition, out var other))
        {
            problems.Add(node, path, $"{Subject(definition, path)} in {other.Path} too, on line {other.Key.Line}; give it once");
            ParameterValueReader.Read(definition, node, path, problems);
            return parameters;
        }

        var key = new ScalarNode(new SourceText(path, node.Line, node.Column, IsExact: false), IsQuoted: false, node.Line, node.Column);
        return parameters.With(definition, new ParameterSource(key, node, path), problems);
    }

    private static string Subject(ParameterDefinition definition, string path) =>
        definition == ParameterCatalog.Seed ? "the seed is" : $"{path} is {definition}, which is";
}
