using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>The images that the parameters and experiments of a manifest name.</summary>
internal static class NamedImages
{
    /// <summary>Each name where it stands; an image that is named in several places is there several times.</summary>
    public static IReadOnlyList<ImagePattern> Of(Manifest manifest)
    {
        var sources = manifest.Axes.SelectMany(axis => axis.Points).SelectMany(point => point.Sources)
            .Concat(manifest.Experiments.SelectMany(experiment => experiment.Sources))
            .Concat(manifest.Sources);
        return
        [
            .. manifest.Experiments.SelectMany(experiment => (ImagePattern?[])[experiment.Content, experiment.Style]).OfType<ImagePattern>(),
            .. sources.Where(entry => ParameterCatalog.OfImages.Contains(entry.Key)).SelectMany(entry => Of(entry.Key, entry.Value)).Distinct(),
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
