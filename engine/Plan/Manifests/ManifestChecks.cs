using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Manifests;

/// <summary>What can be wrong with a manifest whose values are each right.</summary>
internal static class ManifestChecks
{
    private const string NothingToOptimize =
        "contentWeight 0 with styleWeight 0 leaves nothing to optimize; in every trial one of them must be above 0";

    /// <summary>Reports too many trials, and settings that have nothing to optimize.</summary>
    /// <param name="manifest">What could be read of the manifest; defaults stand for what has problems.</param>
    /// <param name="weights">Where it sets its weights.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Report(Manifest manifest, ManifestNode weights, ProblemList problems)
    {
        if (TrialCount.AtLeast(manifest).Problem(manifest.Limits.MaxTrials) is { } message)
            problems.Add(manifest.LimitsPosition.Line, manifest.LimitsPosition.Column, "limits.maxTrials", message);
        if (HasNothingToOptimize(manifest))
            problems.Add(weights, string.Empty, NothingToOptimize);
    }

    private static bool HasNothingToOptimize(Manifest manifest) => manifest.Settings.Any(set =>
        CanBeZero(manifest, set, ParameterCatalog.ContentWeight) && CanBeZero(manifest, set, ParameterCatalog.StyleWeight));

    private static bool CanBeZero(Manifest manifest, ParameterSet set, NumberParameter weight)
    {
        var axis = manifest.Axes.FirstOrDefault(axis => axis.Parameter == weight);
        return axis?.Values.Contains(0.0) ?? (set.TryGet(weight, out var value) && value.Equals(0.0));
    }
}
