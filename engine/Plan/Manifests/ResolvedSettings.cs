using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Manifests;

/// <summary>
/// The base and the experiments of a manifest with values for what was left open, and without presets. Only what differs among trials
/// because it follows another parameter (Adam's learning rate is not L-BFGS's) must stay open.
/// </summary>
/// <param name="Base">The base.</param>
/// <param name="Experiments">For each experiment, what it sets itself.</param>
internal sealed record ResolvedSettings(ParameterSet Base, IReadOnlyList<ParameterSet> Experiments)
{
    /// <summary>The settings of a manifest that was planned.</summary>
    public static ResolvedSettings Of(Manifest manifest, SweepInputs inputs, SweepPlan plan)
    {
        var settings = manifest.Settings.ToList();
        var trials = TrialsOf(manifest, plan, settings.Count);
        var varied = manifest.Axes.SelectMany(axis => axis.Parameters).ToHashSet();
        var resolved = new ResolvedSettings(ParameterSet.Empty, [.. manifest.Experiments.Select(_ => ParameterSet.Empty)]);
        foreach (var definition in ParameterCatalog.All.Where(definition => !varied.Contains(definition)))
        {
            var followed = Executed(definition, settings, trials, inputs.DefaultNetwork);
            var values = settings.Select(setting => setting.TryGet(definition, out var value) ? value : followed).ToList();
            object? shared = null;
            if (!values.Contains(null))
                shared = manifest.Base.TryGet(definition, out var ofBase) ? ofBase : followed ?? (values.Distinct().Count() == 1 ? values[0] : null);
            resolved = resolved.With(definition, shared, values, manifest.Experiments);
        }

        return resolved;
    }

    private ResolvedSettings With(
        ParameterDefinition definition, object? shared, List<object?> values, IReadOnlyList<Experiment> experiments) => new(
        shared is null ? Base : Base.With(definition, shared),
        [.. Experiments.Select((own, index) =>
            values[index] is { } value && (experiments[index].Own.Has(definition) || !value.Equals(shared)) ? own.With(definition, value) : own)]);

    /// <summary>The one value that all trials have whose settings leave a parameter open; null where they have several.</summary>
    private static object? Executed(
        ParameterDefinition definition, List<ParameterSet> settings, List<IReadOnlyList<TrialParameters>> trials, NetworkName defaultNetwork)
    {
        if (definition == ParameterCatalog.Network)
            return defaultNetwork;
        var executed = settings.Zip(trials).Where(pair => !pair.First.Has(definition))
            .SelectMany(pair => pair.Second.Select(definition.ValueOf)).Distinct().ToList();
        return executed is [var single] ? single : null;
    }

    /// <summary>The trials of each setting.</summary>
    private static List<IReadOnlyList<TrialParameters>> TrialsOf(Manifest manifest, SweepPlan plan, int settings)
    {
        if (manifest.Experiments.Count == 0)
            return [[.. plan.Trials.Select(trial => trial.Parameters)]];

        var axis = plan.Axes.TakeWhile(axis => axis.Name != AxisNames.Experiment).Count();
        var trials = plan.Trials.ToDictionary(trial => trial.Id, trial => trial.Parameters, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, settings).Select(setting => (IReadOnlyList<TrialParameters>)
            [.. plan.Cells.Where(cell => cell.Coordinates[axis] == setting).Select(cell => trials[cell.TrialId]).Distinct()])];
    }
}
