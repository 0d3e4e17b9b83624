using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Effects;

/// <summary>Compares the values of one axis over matched pairs: cells that differ in that axis only, so that nothing else moves with it.</summary>
internal static class AxisEffects
{
    /// <summary>The effect of an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="index">Its index in the plan.</param>
    /// <param name="values">The cells that have the measure.</param>
    /// <param name="grandMean">Mean over all trials.</param>
    /// <param name="share">Its share of the variance.</param>
    public static AxisEffect Of(PlannedAxis axis, int index, IReadOnlyList<GridValue> values, double grandMean, double? share)
    {
        var numbers = AxisNumbers.Of(axis);
        var byValue = values.ToLookup(value => value.Coordinates[index]);
        var reference = Enumerable.Range(0, axis.Labels.Count).Cast<int?>().FirstOrDefault(value => byValue[value!.Value].Any());
        var references = reference is { } first ? byValue[first].ToDictionary(value => value.KeyWithout(index)) : [];
        var effects = axis.Labels
            .Select((label, value) => Value(label, numbers.Values.Count > 0 ? numbers.Values[value] : null, [.. byValue[value]], index, references, value == reference, grandMean))
            .ToList();
        var differences = effects.Where(effect => effect.Difference is not null).Select(effect => effect.Difference!.Mean).ToList();
        return new AxisEffect
        {
            Axis = axis.Name,
            Spacing = numbers.Spacing,
            Reference = reference is { } known ? axis.Labels[known] : null,
            Values = effects,
            Range = differences.Count == 0 ? null : Math.Max(0, differences.Max()) - Math.Min(0, differences.Min()),
            Share = share,
        };
    }

    private static ValueEffect Value(
        string label, double? number, IReadOnlyList<GridValue> cells, int axis, Dictionary<string, GridValue> references, bool isReference, double grandMean)
    {
        var all = MeanValue.Of([.. cells.DistinctBy(cell => cell.TrialId).Select(cell => cell.Value)]);
        // Two cells of one trial are one setting and no comparison; two trials that meet in several places are one comparison.
        var differences = isReference
            ? []
            : cells.Select(cell => (Cell: cell, Reference: references.GetValueOrDefault(cell.KeyWithout(axis))))
                .Where(pair => pair.Reference is not null && pair.Reference.TrialId != pair.Cell.TrialId)
                .DistinctBy(pair => (pair.Cell.TrialId, pair.Reference!.TrialId))
                .Select(pair => pair.Cell.Value - pair.Reference!.Value)
                .ToList();
        return new ValueEffect
        {
            Label = label,
            Number = number,
            All = all,
            FromGrandMean = all.Count > 0 ? CleanNumber.Of(all.Mean - grandMean, CleanNumber.Dust * Math.Abs(grandMean)) : null,
            Difference = differences.Count > 0 ? MeanValue.Of(differences, magnitude: cells.Max(cell => Math.Abs(cell.Value))) : null,
        };
    }
}
