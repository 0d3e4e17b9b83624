using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Effects.Statistics;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Effects;

/// <summary>
/// What the axes of a sweep do to the measures of its trials, how the axes depend on each other, and where a comparison is confounded. It
/// describes the cells of this grid: the engine repeats itself exactly, so that there is no noise to test against, and other images or
/// other fixed settings may give other effects.
/// </summary>
public sealed record SweepEffects
{
    /// <summary>The sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>What is to be said beside every number.</summary>
    public string Caution { get; init; } = EffectMeasure.Caution;

    /// <summary>Which trials it is of, where that is not all of them: those of a search's first rung; absent without a search.</summary>
    public string? Scope { get; init; }

    /// <summary>What the distances are read on; absent where no trial has measures.</summary>
    public string? Yardstick { get; init; }

    /// <summary>Combinations of the axes' values: cells and holes.</summary>
    public required long Combinations { get; init; }

    /// <summary>Cells of the plan; combinations that a rule skipped have none.</summary>
    public required int Cells { get; init; }

    /// <summary>Distinct trials of the plan.</summary>
    public required int Trials { get; init; }

    /// <summary>Trials that completed, and whose records are here.</summary>
    public required int Completed { get; init; }

    /// <summary>One a measure that some trial has.</summary>
    public required IReadOnlyList<MeasureEffects> Measures { get; init; }

    /// <summary>Where two things changed at once, or nothing did.</summary>
    public required IReadOnlyList<ConfoundingWarning> Warnings { get; init; }

    /// <summary>Computes the effects of a sweep, finished or not.</summary>
    /// <param name="plan">The sweep as planned.</param>
    /// <param name="records">The records of its trials that there are, in any order; those of other trials are left out.</param>
    public static SweepEffects Of(SweepPlan plan, IEnumerable<TrialRecord> records)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(records);
        var scope = SearchWords.OfEffects(plan);
        // Trials of different rungs are of different sizes, and only the best ones are at the upper ones: comparing them would compare that.
        plan = plan.UpTo(0);
        var planned = plan.Trials.Select(trial => trial.Id).ToHashSet(StringComparer.Ordinal);
        var known = records.Where(record => planned.Contains(record.TrialId)).DistinctBy(record => record.TrialId).ToDictionary(record => record.TrialId);
        var completed = known.Values.Where(record => record.State == TrialState.Completed).ToList();
        var yardsticks = completed.Select(record => record.Measures?.Yardstick).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return new SweepEffects
        {
            Sweep = plan.Sweep,
            Scope = scope,
            Yardstick = yardsticks.Count > 0 ? Shown.List(yardsticks) : null,
            Combinations = plan.Axes.Aggregate(1L, (product, axis) => product * axis.Labels.Count),
            Cells = plan.Cells.Count,
            Trials = plan.Trials.Count,
            Completed = completed.Count,
            Measures = [.. EffectMeasure.All.Select(measure => Of(plan, known, measure, yardsticks)).OfType<MeasureEffects>()],
            Warnings = SweepConfounding.Of(plan, known),
        };
    }

    private static MeasureEffects? Of(
        SweepPlan plan, Dictionary<string, TrialRecord> records, EffectMeasure measure, List<string> yardsticks)
    {
        var values = plan.Cells
            .Select(cell => (Cell: cell, Value: records.TryGetValue(cell.TrialId, out var record) ? measure.ValueOf(record) : null))
            .Where(found => found.Value is not null)
            .Select(found => new GridValue(found.Cell.Coordinates, found.Cell.TrialId, found.Value!.Value))
            .ToList();
        if (values.Count == 0)
            return null;

        var all = MeanValue.Of([.. values.DistinctBy(value => value.TrialId).Select(value => value.Value)]);
        if (measure.NeedsYardstick && yardsticks.Count > 1)
        {
            var note = $"The trials were measured on different yardsticks ({Shown.List(yardsticks)}), which don't compare: effects are left out.";
            return new MeasureEffects { Measure = measure, All = all, Axes = [], Notes = [note] };
        }

        var shares = VarianceShares.Of(values, plan.Axes.Count);
        var axes = plan.Axes
            .Select((axis, index) => (Axis: axis, Index: index))
            .Where(item => item.Axis.Labels.Count > 1)
            .Select(item => AxisEffects.Of(item.Axis, item.Index, values, all.Mean, shares.Axes[item.Index]))
            .ToList();
        return new MeasureEffects
        {
            Measure = measure,
            All = all,
            Axes = axes,
            Interactions = [.. shares.Interactions.Select(pair => new InteractionEffect(plan.Axes[pair.First].Name, plan.Axes[pair.Second].Name, pair.Share))],
            Rest = shares.Rest,
            IsComplete = values.Count == plan.Axes.Aggregate(1L, (product, axis) => product * axis.Labels.Count),
            Notes = [.. EffectNotes.Of(plan, measure, values, records), .. shares.Notes],
        };
    }
}
