using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Manifests;

/// <summary>What can be wrong with a manifest whose values are each right.</summary>
internal static class ManifestChecks
{
    private static readonly ParameterDefinition[] OfTheLoss =
    [
        ParameterCatalog.Mode, ParameterCatalog.ContentWeight, ParameterCatalog.ContentLayers, ParameterCatalog.ContentLayerWeights,
        ParameterCatalog.StyleWeight, ParameterCatalog.StyleLayers, ParameterCatalog.StyleLayerWeights,
    ];

    /// <summary>Reports too many trials, settings that have nothing to optimize or contradict themselves, and values without use.</summary>
    /// <param name="manifest">What could be read of the manifest; defaults stand for what has problems.</param>
    /// <param name="space">Its settings.</param>
    /// <param name="places">Where it sets its weights, and its snapshots.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Report(
        Manifest manifest, SettingSpace space, (ManifestNode Weights, ManifestNode? Snapshots) places, ProblemList problems)
    {
        if (TrialCount.AtLeast(manifest).Problem(manifest.Limits.MostCombinations) is { } message)
            problems.Add(manifest.LimitsPosition.Line, manifest.LimitsPosition.Column, "limits.maxTrials", message);
        if (space.Knows(OfTheLoss) && NothingToOptimize(space) is { } nothing)
            problems.Add(places.Weights, string.Empty, nothing);

        foreach (var conflict in SettingConflicts.All)
            conflict.Report(space, problems);
        if (manifest.IsResolved)
            return;

        foreach (var idle in IdleValues.All)
            idle.Report(space, problems);
        if (places.Snapshots is { } snapshots && space.Knows(IdleValues.OfEvaluations))
            ReportSnapshots(manifest, space, snapshots, problems);
    }

    private static string? NothingToOptimize(SettingSpace space)
    {
        var idle = space.Over(OfTheLoss)
            .FirstOrDefault(setting => setting.ActiveContentLayers.Count == 0 && setting.ActiveStyleLayers.Count == 0);
        return idle?.Mode switch
        {
            null => null,
            TrialMode.Texture => "mode texture with styleWeight 0, or with weights of 0 for all style layers, leaves nothing to optimize",
            TrialMode.Reconstruction =>
                "mode reconstruction with contentWeight 0, or with weights of 0 for all content layers, leaves nothing to optimize",
            _ => "contentWeight 0 with styleWeight 0 leaves nothing to optimize; in every trial one of them must be above 0,"
                + " and the weight of one of its layers",
        };
    }

    private static void ReportSnapshots(Manifest manifest, SettingSpace space, ManifestNode node, ProblemList problems)
    {
        var longest = space.Over(IdleValues.OfEvaluations).Max(IdleValues.EvaluationsOf);
        if (manifest.Snapshots.At.Numbers.Where(number => number > longest).ToList() is [_, ..] beyond)
            problems.Add(node, SnapshotsReader.Path, $"no trial has an evaluation {string.Join(", ", beyond)}; allowed: 1 to {longest}");
    }
}
