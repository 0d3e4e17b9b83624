using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Finds the images that a manifest's names and globs stand for.</summary>
internal static class ImageMatcher
{
    /// <summary>Comparing a name with all others costs time; a container may hold very many.</summary>
    private const int MostSuggestions = 20;

    /// <summary>Letters that globs and misspelled names may be compared with, all together: less than a second.</summary>
    private const long MostSteps = 200_000_000;

    /// <summary>Those of them that are for misspelled names, so that globs which follow are not refused for these.</summary>
    private const long MostSuggestionSteps = MostSteps / 2;

    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"];

    /// <summary>The images; all that are missing are reported at once.</summary>
    public static MatchedImages Match(Manifest manifest, AvailableImages available)
    {
        ArgumentNullException.ThrowIfNull(available);
        var problems = new ProblemList();
        var matched = Match(manifest, available, problems);
        problems.ThrowIfAny(manifest.Source, manifest.Text);
        return matched;
    }

    /// <summary>The images; those that are missing are added to the problems.</summary>
    public static MatchedImages Match(Manifest manifest, AvailableImages available, ProblemList problems)
    {
        var names = available.Names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var steps = 0L;
        var content = MatchAll(manifest.Content, names, available, problems, ref steps);
        var before = problems.Count;
        var style = MatchAll(manifest.Style, names, available, problems, ref steps);
        if (problems.Count == before && manifest.Style.Count > 0)
            BlendChecks.Report(SettingSpace.Of(manifest), style.Count, problems);

        ReportVaried(manifest.Experiments.Select(experiment => experiment.Content), content.Count, AxisNames.Content, problems);
        ReportVaried(manifest.Experiments.Select(experiment => experiment.Style), style.Count, AxisNames.Style, problems);

        // In a parameter a name is one image: * and ? are letters of it.
        var others = MatchAll(NamedImages.Of(manifest), names, available, problems, ref steps, globs: false);
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
        IReadOnlyList<ImagePattern> patterns, List<string> names, AvailableImages available, ProblemList problems, ref long steps, bool globs = true)
    {
        var known = names.ToHashSet(StringComparer.Ordinal);
        var images = names.Where(IsImage).ToList();
        var matched = new List<string>();
        foreach (var pattern in patterns)
        {
            // A name that is there is meant, even where its letters could be read as a glob.
            List<string> found = known.Contains(pattern.Text) ? [pattern.Text]
                : globs && pattern.IsGlob ? Fitting(pattern.Text, names, ref steps)
                : [];
            if (steps > MostSteps)
            {
                var message = $"to compare the globs with the {names.Count} names in {available.Container} takes too long; use fewer or shorter ones, or names";
                problems.Add(pattern.Line, pattern.Column, pattern.Path, message);
                return [];
            }

            if (found.Count == 0)
            {
                var isGlob = globs && pattern.IsGlob;
                var suggestion = isGlob || problems.Count >= MostSuggestions ? string.Empty : SuggestionFor(pattern.Text, images, ref steps);
                var message = Missing(pattern, isGlob, suggestion, images, isEmpty: names.Count == 0, available.Container);
                problems.Add(pattern.Line, pattern.Column, pattern.Path, message);
            }

            // What is in a container has been named by others than who wrote the manifest, perhaps.
            foreach (var (name, fault) in found.Select(name => (name, Fault: ImageName.Fault(name) ?? available.FaultOf(name))).Where(image => image.Fault is not null))
                problems.Add(pattern.Line, pattern.Column, pattern.Path, $"image '{Shown.Text(name)}' {fault}");
            matched.AddRange(found);
        }

        return [.. matched.Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Fitting(string glob, List<string> names, ref long steps)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            if (steps > MostSteps)
                break;
            if (IsImage(name) && Glob.Matches(glob, name, ref steps))
                found.Add(name);
        }

        return found;
    }

    /// <summary>Nothing where comparing the name with all others would take too many steps.</summary>
    private static string SuggestionFor(string name, List<string> images, ref long steps)
    {
        var cells = Suggestion.Cells(name, images);
        if (steps + cells > MostSuggestionSteps)
            return string.Empty;
        steps += cells;
        return Suggestion.For(name, images);
    }

    private static string Missing(ImagePattern pattern, bool isGlob, string suggestion, List<string> images, bool isEmpty, string container)
    {
        var missing = isGlob
            ? $"no image in {container} matches '{Shown.Text(pattern.Text)}'"
            : $"image '{Shown.Text(pattern.Text)}' is not in {container}{suggestion}";
        if (isEmpty)
            return $"{missing}; it is empty";
        return images.Count == 0 ? $"{missing}; it has no image ({Shown.List(Extensions)})" : $"{missing}; there are: {Shown.List(images)}";
    }

    /// <summary>A glob is for images, and so is what is proposed: beside a manifest on a disk lie the manifest and other files.</summary>
    private static bool IsImage(string name) =>
        Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
