using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Verification;

/// <summary>
/// Plans a sweep anew from its resolved manifest: its labels, its cells and the ids of its trials follow from nothing else; of a search, those of
/// its first rung.
/// </summary>
internal static class PlanCheck
{
    private static readonly string UnknownHash = new('0', 64);

    /// <exception cref="LieException">The plan is another one.</exception>
    public static void Check(SweepPlan plan, ReadOnlySpan<byte> manifestBytes)
    {
        var planName = VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(plan.Sweep));
        var manifestName = VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepManifest(plan.Sweep));
        if (plan.Trials.Count == 0)
            throw new LieException(planName, "it has no trials; every sweep has one");

        SweepPlan first, truth;
        try
        {
            var manifest = ManifestParser.Parse(manifestBytes, manifestName);
            truth = SweepPlanner.Plan(manifest, InputsOf(plan, planName, manifest));
            // The rungs above follow from records.
            first = plan.UpTo(0);
        }
        catch (ManifestException exception)
        {
            throw new LieException(manifestName, $"it doesn't give the plan: {exception.Problems[0].Message}");
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException)
        {
            throw new LieException(planName, $"{manifestName} doesn't give it: {exception.Message}");
        }

        if (JsonDifference.Between(first, truth) is { } difference)
            throw new LieException(planName, $"{difference}, by the settings of {manifestName}");
    }

    /// <summary>Images and weights as the plan names them; whether they are those is for others to check.</summary>
    private static SweepInputs InputsOf(SweepPlan plan, string planName, Manifest manifest)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var image in plan.Trials.SelectMany(ImagesOf))
        {
            if (!hashes.TryAdd(image.Name, image.Sha256) && hashes[image.Name] != image.Sha256)
                throw new LieException(planName, $"it has two images of the name {image.Name}: {hashes[image.Name][..12]}... and {image.Sha256[..12]}...");
        }

        // An image that no trial reads is in the manifest all the same.
        foreach (var pattern in manifest.Content.Concat(manifest.Style))
            hashes.TryAdd(pattern.Text, UnknownHash);
        var weights = plan.Trials.Select(trial => trial.Weights).Distinct().ToList();
        if (weights.GroupBy(reference => reference.Network).FirstOrDefault(group => group.Count() > 1) is { } several)
            throw new LieException(planName, $"it has {several.Count()} different weights of one network, {several.Key}");
        return new SweepInputs
        {
            Sweep = plan.Sweep,
            Images = manifest.MatchImages(hashes.Keys),
            ImageHashes = hashes,
            DefaultNetwork = plan.Trials[0].Parameters.Network,
            Weights = weights.ToDictionary(reference => reference.Network),
        };
    }

    /// <summary>All images of a trial.</summary>
    internal static IEnumerable<ImageReference> ImagesOf(Trial trial) => [trial.Content, .. trial.Styles, .. trial.OtherImages];
}
