using System.Globalization;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>Resolves a manifest to trials: every combination of its axes, equal settings once.</summary>
public static class SweepPlanner
{
    /// <summary>Plans a sweep.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="inputs">Images, weights and the sweep's name.</param>
    /// <returns>The plan; the same manifest and inputs give the same plan.</returns>
    /// <exception cref="ManifestException">It asks for too many trials, or for a network whose weights are not there.</exception>
    /// <exception cref="ArgumentException">The sweep's name is not allowed, or an image has no hash.</exception>
    public static SweepPlan Plan(Manifest manifest, SweepInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(inputs);
        if (!SweepName.IsValid(inputs.Sweep))
            throw new ArgumentException($"'{inputs.Sweep}' is no name of a sweep; allowed: {SweepName.Allowed}", nameof(inputs));

        manifest = SeedDraws.Of(manifest, inputs.Sweep);
        var count = Check(manifest, inputs);
        var axes = SweepAxis.AllOf(manifest, inputs.Images);
        var styles = inputs.Images.Style;
        var start = new SweepSetting(manifest.Base, inputs.Images.Content is [var first, ..] ? first : null, manifest.Blends ? styles : [.. styles.Take(1)]);
        var problems = new ProblemList();
        var combinations = SweepCombinations.Of(manifest, axes, start, inputs.DefaultNetwork, problems);
        if (count.Problem(combinations.Count, manifest.Limits.MostCombinations) is { } tooMany)
            problems.Add(manifest.LimitsPosition.Line, manifest.LimitsPosition.Column, "limits.maxTrials", tooMany);
        problems.ThrowIfAny(manifest.Source, manifest.Text);

        var trials = new Dictionary<string, Trial>(StringComparer.Ordinal);
        var cells = new List<SweepCell>();
        foreach (var (coordinates, setting) in combinations)
        {
            var trial = MakeTrial(setting, manifest, inputs);
            trials.TryAdd(trial.Id, trial);
            cells.Add(new SweepCell(coordinates, trial.Id));
        }

        var planned = axes.Select((axis, index) =>
        {
            var executed = cells.ToLookup(cell => cell.Coordinates[index], cell => trials[cell.TrialId].Parameters);
            return axis.Executed(value => executed[value]);
        }).ToList();
        CheckRungs(manifest, trials.Values);
        return new SweepPlan
        {
            Sweep = inputs.Sweep,
            Axes = planned,
            Grid = GridLayout.Of(planned, manifest.Grid),
            Cells = cells,
            Trials = RunOrder.Of([.. cells.Select(cell => cell.TrialId).Distinct().Select(id => trials[id])]),
            MaxMinutes = manifest.Limits.MaxMinutes,
            Search = manifest.Search,
        };
    }

    /// <summary>A search runs more trials than it has settings.</summary>
    private static void CheckRungs(Manifest manifest, IEnumerable<Trial> settings)
    {
        if (manifest.Search is not { } search)
            return;
        var counts = search.CountsOf(settings);
        if (counts.Sum() <= manifest.Limits.MaxTrials)
            return;
        var problems = new ProblemList();
        var (line, column) = manifest.LimitsPosition;
        problems.Add(line, column, "limits.maxTrials", string.Create(
            CultureInfo.InvariantCulture,
            $"the rungs of the search have {string.Join(" + ", counts)} = {counts.Sum()} trials; limits.maxTrials allows {manifest.Limits.MaxTrials}"));
        problems.ThrowIfAny(manifest.Source, manifest.Text);
    }

    private static TrialCount Check(Manifest manifest, SweepInputs inputs)
    {
        var problems = new ProblemList();
        var count = TrialCount.Of(manifest, inputs.Images.Content.Count, inputs.Images.Style.Count);
        if (count.Problem(manifest) is { } tooMany)
            problems.Add(manifest.LimitsPosition.Line, manifest.LimitsPosition.Column, "limits.maxTrials", tooMany);

        if (inputs.Images.Style.Count > 0)
            BlendChecks.Report(SettingSpace.Of(manifest), inputs.Images.Style.Count, problems);
        foreach (var network in manifest.Networks(inputs.DefaultNetwork).Where(network => !inputs.Weights.ContainsKey(network)))
        {
            var there = string.Join(", ", inputs.Weights.Keys.Select(EnumNames.Of));
            var message = $"no weights of {EnumNames.Of(network)} are here; there are those of: {there}";
            problems.Add(1, 1, ParameterCatalog.Network.Name, message);
        }

        problems.ThrowIfAny(manifest.Source, manifest.Text);
        return count;
    }

    private static Trial MakeTrial(SweepSetting setting, Manifest manifest, SweepInputs inputs)
    {
        var resolved = ParameterResolver.Resolve(setting.Parameters, inputs.DefaultNetwork);
        var parameters = NeutralValues.WithoutIdle(manifest.Search is { } search ? RungTrials.First(resolved, search) : resolved);
        // The image that a mode doesn't read, and may not have been given, is no part of the trial: the other one stands in for it,
        // so that trials that differ in nothing else are one.
        var content = parameters.ReadsContent ? setting.Content! : setting.Styles[0];
        var styles = parameters.ReadsStyle ? setting.Styles : [content];
        var trial = new Trial
        {
            Id = string.Empty,
            Parameters = parameters,
            Content = Reference(content, inputs),
            Style = Reference(styles[0], inputs),
            MoreStyles = [.. styles.Skip(1).Select(name => Reference(name, inputs))],
            OtherImages = [.. parameters.NamedImages.Select(name => Reference(name, inputs))],
            Weights = inputs.Weights[parameters.Network],
            Snapshots = manifest.Snapshots,
        };
        return trial with { Id = TrialId.Of(trial) };
    }

    private static ImageReference Reference(string name, SweepInputs inputs) => inputs.ImageHashes.TryGetValue(name, out var hash)
        ? new ImageReference(name, hash)
        : throw new ArgumentException($"image '{name}' has no hash; every matched image needs one", nameof(inputs));
}
