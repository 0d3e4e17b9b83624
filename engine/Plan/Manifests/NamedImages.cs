using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>The images that the parameters of a manifest name.</summary>
internal static class NamedImages
{
    /// <summary>Each name where it stands; an image that is named in several places is there several times.</summary>
    public static IReadOnlyList<ImagePattern> Of(Manifest manifest)
    {
        var fixedSources = manifest.Experiments.SelectMany(experiment => experiment.Sources).Concat(manifest.Sources);
        var axes = manifest.Axes.Where(axis => axis.Source is not null)
            .SelectMany(axis => axis.Source!.Items.Select(item => (axis.Parameter, axis.Source with { Value = item })));
        return
        [
            .. fixedSources.Select(entry => (entry.Key, entry.Value)).Concat(axes)
                .Where(entry => ParameterCatalog.OfImages.Contains(entry.Item1))
                .SelectMany(entry => Of(entry.Item1, entry.Item2)),
        ];
    }

    private static IEnumerable<ImagePattern> Of(ParameterDefinition definition, ParameterSource source)
    {
        // The manifest has been read: what is no text of names was reported then.
        if (JoinedText.Of(definition, source.Value, source.Path, new ProblemList()) is not { } joined
            || definition.Parse(joined.Value, []) is not ImageNames { Names.Count: > 0 })
            yield break;

        foreach (var part in SourceText.Of(joined.Value).Split(','))
        {
            var (line, column, path) = joined.At(part.Column - 1);
            yield return new ImagePattern(part.Value, path, line, column);
        }
    }
}
