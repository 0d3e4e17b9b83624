using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Finds the images that a manifest's names and globs stand for.</summary>
internal static class ImageMatcher
{
    /// <summary>Comparing a name with all others costs time; a container may hold very many.</summary>
    private const int MostSuggestions = 20;

    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"];

    /// <summary>The images; all that are missing are reported at once.</summary>
    public static MatchedImages Match(Manifest manifest, IEnumerable<string> available, string container)
    {
        ArgumentNullException.ThrowIfNull(available);
        var problems = new ProblemList();
        var matched = Match(manifest, new AvailableImages(available, container), problems);
        problems.ThrowIfAny(manifest.Source, manifest.Text);
        return matched;
    }

    /// <summary>The images; those that are missing are added to the problems.</summary>
    public static MatchedImages Match(Manifest manifest, AvailableImages available, ProblemList problems)
    {
        var names = available.Names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var content = MatchAll(manifest.Content, names, available.Container, problems);
        var before = problems.Count;
        var style = MatchAll(manifest.Style, names, available.Container, problems);
        if (problems.Count == before && manifest.Style.Count > 0)
            BlendChecks.Report(SettingSpace.Of(manifest), style.Count, problems);

        ReportVaried(manifest.Experiments.Select(experiment => experiment.Content), content.Count, AxisNames.Content, problems);
        ReportVaried(manifest.Experiments.Select(experiment => experiment.Style), style.Count, AxisNames.Style, problems);

        // In a parameter a name is one image: * and ? are letters of it.
        var others = MatchAll(NamedImages.Of(manifest), names, available.Container, problems, globs: false);
        return new MatchedImages(content, style) { Others = [.. others.Order(StringComparer.Ordinal)] };
    }

    /// <summary>Reports images of experiments where the manifest's are several: an axis, or a blend.</summary>
    private static void ReportVaried(IEnumerable<ImagePattern?> ofExperiments, int images, string key, ProblemList problems)
    {
        if (images < 2)
            return;
        foreach (var pattern in ofExperiments.OfType<ImagePattern>())
            problems.Add(pattern.Line, pattern.Column, pattern.Path, $"the manifest has {images} {key} images for every experiment; one of them can't have another");
    }

    private static List<string> MatchAll(
        IReadOnlyList<ImagePattern> patterns, List<string> names, string container, ProblemList problems, bool globs = true)
    {
        var known = names.ToHashSet(StringComparer.Ordinal);
        var matched = new List<string>();
        foreach (var pattern in patterns)
        {
            // A name that is there is meant, even where its letters could be read as a glob.
            var found = known.Contains(pattern.Text) ? [pattern.Text]
                : globs && pattern.IsGlob ? names.Where(name => IsImage(name) && Glob.Matches(pattern.Text, name)).ToList()
                : [];
            if (found.Count == 0)
            {
                var message = Missing(pattern, globs && pattern.IsGlob, names, container, suggests: problems.Count < MostSuggestions);
                problems.Add(pattern.Line, pattern.Column, pattern.Path, message);
            }

            matched.AddRange(found);
        }

        return [.. matched.Distinct(StringComparer.Ordinal)];
    }

    private static string Missing(ImagePattern pattern, bool isGlob, List<string> names, string container, bool suggests)
    {
        var images = names.Where(IsImage).ToList();
        var suggestion = suggests ? Suggestion.For(pattern.Text, images) : string.Empty;
        var missing = isGlob
            ? $"no image in {container} matches '{Shown.Text(pattern.Text)}'"
            : $"image '{Shown.Text(pattern.Text)}' is not in {container}{suggestion}";
        if (names.Count == 0)
            return $"{missing}; it is empty";
        return images.Count == 0 ? $"{missing}; it has no image ({Shown.List(Extensions)})" : $"{missing}; there are: {Shown.List(images)}";
    }

    /// <summary>A glob is for images, and so is what is proposed: beside a manifest on a disk lie the manifest and other files.</summary>
    private static bool IsImage(string name) =>
        Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
