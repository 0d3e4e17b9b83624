using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Preferences;

/// <summary>
/// Writes the manifest of a finer sweep around the winner of a ranking: numeric axes go on between the winner's neighbors, the others stay
/// at the winner's value, or at two where the votes don't tell which of them is better. Images, snapshots and limits stay.
/// </summary>
public static class FinerSweep
{
    private const string Suffix = "-next";
    private const int LongestName = 63;
    private const int WidestComment = 110;

    /// <summary>The name of the finer sweep of a sweep.</summary>
    /// <param name="sweep">The sweep's name.</param>
    public static string NameOf(string sweep)
    {
        ArgumentException.ThrowIfNullOrEmpty(sweep);
        return sweep[..Math.Min(sweep.Length, LongestName - Suffix.Length)].TrimEnd('-') + Suffix;
    }

    /// <summary>The manifest, YAML, with a comment that says what it was made from.</summary>
    /// <param name="manifest">The sweep's resolved manifest, <c>sweep.json</c>.</param>
    /// <param name="plan">The sweep as planned.</param>
    /// <param name="ranking">The ranking of its trials.</param>
    /// <returns>The manifest; null where nothing of it would vary.</returns>
    /// <exception cref="ArgumentException">The ranking has no winner, or the winner is no trial of the plan.</exception>
    public static string? Write(Manifest manifest, SweepPlan plan, PreferenceRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(ranking);
        var winner = ranking.Winner ?? throw new ArgumentException("there are no votes, and so no winner", nameof(ranking));
        var voted = winner.TrialId;
        // The setting of a search's trial is that of its first rung: above it, only the size and the image that it starts from are others.
        if (plan.Search is not null)
        {
            ranking = ranking with { Groups = [.. ranking.Groups.Select(group => group.Select(trial => trial with { TrialId = SettingOf(plan, trial.TrialId) }).ToList())] };
            (plan, winner) = (plan.UpTo(0), ranking.Winner!);
        }

        var axes = FinerAxes.Of(manifest, plan, ranking, withNeighbors: true);
        if (Count(plan, axes) > manifest.Limits.MaxTrials)
            axes = FinerAxes.Of(manifest, plan, ranking, withNeighbors: false);
        if (axes.All(axis => axis.Values.Count < 2))
            return null;

        var text = new StringBuilder();
        foreach (var line in Comment(manifest, plan, ranking, winner with { TrialId = voted }, axes).SelectMany(Wrapped))
            text.Append("# ").AppendLine(line);
        Append(text, "name", JsonValue.Create(NameOf(plan.Sweep)));
        text.AppendLine("resolved: true");
        var best = plan.Trials.Single(trial => trial.Id == winner.TrialId);
        // Where experiments have images of their own, the winner's are what is gone on with.
        AppendImages(text, AxisNames.Content, manifest.Experiments.Any(experiment => experiment.Content is not null)
            ? [best.Content.Name] : manifest.Content.Select(image => image.Text));
        AppendImages(text, AxisNames.Style, manifest.Experiments.Any(experiment => experiment.Style is not null)
            ? best.Styles.Select(style => style.Name) : manifest.Style.Select(image => image.Text));
        text.AppendLine("parameters:");
        var varied = axes.Where(axis => axis.Values.Count > 1).ToList();
        foreach (var (definition, value) in Fixed(manifest, plan, winner, varied).Where(pair => !GoesWithoutSaying(pair.Definition, pair.Value)))
            Append(text, $"  {definition.Name}", definition.ToJson(value));
        text.AppendLine("axes:");
        foreach (var axis in varied)
            Append(text, $"  {axis.Parameter.Name}", new JsonArray([.. axis.Values.Select(axis.Parameter.ToJson)]));
        text.AppendLine(CultureInfo.InvariantCulture, $"snapshots: {SnapshotsReader.Format(manifest.Snapshots)}");
        var limit = Math.Max(manifest.Limits.MaxTrials, Math.Min(Count(plan, axes), LimitsReader.MostTrials));
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"limits: {{maxTrials: {limit}, maxMinutes: {manifest.Limits.MaxMinutes}}}"));
        return text.Replace("\r\n", "\n").ToString();
    }

    private static string SettingOf(SweepPlan plan, string trialId) =>
        plan.Trials.FirstOrDefault(trial => trial.Id == trialId) is { } found ? plan.PathOf(found).Last().Id : trialId;

    /// <summary>Combinations, with those of the images, which stay.</summary>
    private static long Count(SweepPlan plan, IReadOnlyList<FinerAxis> axes) =>
        plan.Axes.Where(axis => axis.Name is AxisNames.Content or AxisNames.Style).Aggregate(1L, (product, axis) => product * axis.Labels.Count)
        * axes.Aggregate(1L, (product, axis) => product * axis.Values.Count);

    private static IEnumerable<string> Comment(Manifest manifest, SweepPlan plan, PreferenceRanking ranking, RankedTrial winner, IReadOnlyList<FinerAxis> axes)
    {
        var votes = ranking.Votes == 1 ? "1 vote" : string.Create(CultureInfo.InvariantCulture, $"{ranking.Votes} votes");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Made by nst next from the sweep {plan.Sweep} and {votes}: finer around its winner, trial {winner.TrialId}, strength {winner.Strength:0.00}, "
            + $"95 % interval {winner.Low:0.00} to {winner.High:0.00}, first of {ranking.Groups[0].Count} compared.");
        if (ranking.Groups.Count > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"The votes fall into {ranking.Groups.Count} groups that nobody compared; this is the winner of the largest.");
        if (ranking.Groups[0] is [_, var second, ..] && winner.Overlaps(second))
            yield return $"Its interval overlaps that of the next, trial {second.TrialId}: more votes may change the winner.";
        if (manifest.HasConditions)
            yield return "The sweep's rules of what to skip are left out: its values are others.";
        if (manifest.Search is not null)
            yield return "The sweep's search is left out: all settings run at the size of its last rung.";
        foreach (var axis in axes)
            yield return $"{axis.Parameter.Name}: {axis.Why}";
    }

    /// <summary>A sentence in lines of which none is too wide, but for a word that is.</summary>
    private static IEnumerable<string> Wrapped(string sentence)
    {
        var line = new StringBuilder();
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > WidestComment)
            {
                yield return line.ToString();
                line.Clear().Append(' ');
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }

    private static void AppendImages(StringBuilder text, string key, IEnumerable<string> images)
    {
        if (images.Any())
            Append(text, key, new JsonArray([.. images.Select(image => JsonValue.Create(image))]));
    }

    /// <summary>
    /// The winner's parameters, but those that vary, and those that the sweep itself left open because they follow one that may vary (Adam's
    /// learning rate is not L-BFGS's).
    /// </summary>
    private static IEnumerable<(ParameterDefinition Definition, object Value)> Fixed(
        Manifest manifest, SweepPlan plan, RankedTrial winner, IReadOnlyList<FinerAxis> varied)
    {
        var executed = plan.Trials.Single(trial => trial.Id == winner.TrialId).Parameters;
        var differing = ParameterCatalog.All.Where(definition => plan.Trials.Select(trial => definition.ValueOf(trial.Parameters)).Distinct().Skip(1).Any()).ToHashSet();
        foreach (var definition in ParameterCatalog.All.Where(definition => varied.All(axis => axis.Parameter != definition)))
        {
            // A value without use, which the trial does not have, may differ from it in the base.
            if (!differing.Contains(definition) && manifest.Base.TryGet(definition, out var stated))
                yield return (definition, stated);
            else if (manifest.Base.Has(definition) || !IsFollower(definition) || varied.All(axis => axis.Parameter is NumericParameter))
                yield return (definition, definition.ValueOf(executed));
        }

        bool IsFollower(ParameterDefinition definition) => differing.Contains(definition) && plan.Axes.All(axis => axis.Name != definition.Name && !axis.Parameters.Contains(definition.Name))
            && manifest.Experiments.All(experiment => !experiment.Own.Has(definition));
    }

    /// <summary>Whether a manifest that doesn't name a parameter has that value of it.</summary>
    private static bool GoesWithoutSaying(ParameterDefinition definition, object value) =>
        value.Equals(NeutralValues.Of(definition)) && !PresetCatalog.Find(PresetCatalog.DefaultName)!.Parameters.Has(definition);

    // JSON is YAML: whatever a name or a value holds, it stands in quotes.
    private static void Append(StringBuilder text, string key, JsonNode value) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{key}: {value.ToJsonString(PlanJson.Compact)}");
}
