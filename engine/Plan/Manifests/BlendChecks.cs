using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Whether blends fit the style images.</summary>
internal static class BlendChecks
{
    /// <summary>Reports blends of another number of styles than there are, and sweeps that blend in some of their trials only.</summary>
    /// <param name="space">The manifest's settings.</param>
    /// <param name="styles">Number of its style images.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Report(SettingSpace space, int styles, ProblemList problems)
    {
        ParameterDefinition[] reads = [ParameterCatalog.Blend];
        if (!space.Knows(reads))
            return;

        var settings = space.Over(reads).Select(setting => (setting.Blend, Place: setting.PlaceOfAny(reads))).Distinct().ToList();
        var blends = settings.Any(setting => setting.Blend.Weights.Count > 0);
        foreach (var (blend, place) in settings)
        {
            var weights = blend.Weights.Count;
            if (weights == 0 && blends && styles > 1)
            {
                const string Mixed = "some trials of this sweep blend the style images and this one doesn't";
                problems.Add(place.Line, place.Column, place.Path, $"{Mixed}; give it weights too: 1 for one image and 0 for the others");
            }
            else if (weights > 0 && weights != styles)
            {
                var message = $"{blend} has {weights} weights for {styles} style {(styles == 1 ? "image" : "images")}; each image needs one weight";
                problems.Add(place.Line, place.Column, place.Path, message);
            }
        }
    }
}
