using System.Globalization;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Plan.Manifests;

/// <summary>What can't be together with a search: whatever says the size of a trial, or leaves trials out, beside it.</summary>
internal static class SearchChecks
{
    /// <summary>Reports all of it.</summary>
    /// <param name="manifest">The manifest, which has a search.</param>
    /// <param name="space">Its settings.</param>
    /// <param name="nodes">Where it says its search, and its limits.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Report(Manifest manifest, SettingSpace space, (ManifestNode Search, ManifestNode? Limits) nodes, ProblemList problems)
    {
        var search = manifest.Search!;
        ReportSizes(manifest, search, problems);
        foreach (var (definition, fault) in ((ParameterDefinition, Func<Setting, string?>)[])
        [
            (ParameterCatalog.Scales, setting => setting.Of<ScaleLadder>(ParameterCatalog.Scales) is var ladder && ladder.Equals(NeutralValues.Of(ParameterCatalog.Scales))
                ? null
                : $"scales {ladder} begin at other sizes within a trial, and the rungs of a search are its sizes; set scales: none, or leave search out"),
            (ParameterCatalog.TextureSize, setting => setting.Of<TextureSize>(ParameterCatalog.TextureSize) is var size && size == TextureSize.Square
                ? null
                : $"textureSize {size} would be the same at every rung of the search; allowed: square"),
        ])
        {
            if (!space.Knows([definition]))
                continue;
            var faults = space.Over([definition]).Select(setting => (Message: fault(setting), Place: setting.PlaceOf(definition)))
                .Where(found => found.Message is not null).DistinctBy(found => found.Place);
            foreach (var (message, place) in faults)
            {
                // What a preset says has no place in the manifest; the search does.
                var at = place ?? new ParameterPlace(nodes.Search.Line, nodes.Search.Column, SearchReader.Path);
                problems.Add(at.Line, at.Column, at.Path, message!);
            }
        }

        if (manifest.Limits.Over == LimitExcess.Cut)
        {
            problems.Add(
                nodes.Limits is MappingNode limits ? limits.Entries.First(entry => entry.Key.Value == "over").Value : nodes.Search,
                "limits.over",
                "a search judges all settings against each other, so that none can be cut by its place in the order; keep less, leave values out, or write over: refuse");
        }
    }

    private static void ReportSizes(Manifest manifest, SweepSearch search, ProblemList problems)
    {
        var last = search.Rungs[^1].ToString(CultureInfo.InvariantCulture);
        foreach (var source in manifest.Axes.SelectMany(axis => axis.Points).Select(point => point.Sources.GetValueOrDefault(ParameterCatalog.ImageSize)).OfType<ParameterSource>().DistinctBy(source => (source.Key.Line, source.Key.Column)))
            problems.Add(source.Key, source.Path, "imageSize can't vary in a search: its rungs are the sizes, and every setting runs at the first of them");
        foreach (var experiment in manifest.Experiments)
        {
            if (experiment.Sources.TryGetValue(ParameterCatalog.ImageSize, out var source))
                problems.Add(source.Key, source.Path, "an experiment can't set imageSize in a search: its rungs are the sizes of all");
        }

        if (manifest.Sources.TryGetValue(ParameterCatalog.ImageSize, out var said)
            && said.Value is ScalarNode scalar && NumberText.TryParse(scalar.Value.Trim(), out var size) && size != search.Rungs[^1])
            problems.Add(said.Value, said.Path, $"imageSize {NumberText.Format(size)} is not the size of the search's last rung; allowed: {last}, or leave it out");
    }
}
