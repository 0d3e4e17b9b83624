using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Effects;

/// <summary>What limits the effects on a measure.</summary>
internal static class EffectNotes
{
    public static IEnumerable<string> Of(
        SweepPlan plan, EffectMeasure measure, IReadOnlyList<GridValue> values, IReadOnlyDictionary<string, TrialRecord> records)
    {
        var combinations = plan.Axes.Aggregate(1L, (product, axis) => product * axis.Labels.Count);
        if (values.Count < combinations)
        {
            var skipped = combinations - plan.Cells.Count;
            var words = skipped > 0 ? $"; the manifest's rules skipped {skipped}" : string.Empty;
            yield return $"{values.Count} of {combinations} combinations have it{words}.";
        }

        var trials = values.Select(value => value.TrialId).Distinct().ToList();
        if (trials.Count < values.Count)
            yield return $"{values.Count} cells are {trials.Count} trials: cells of one trial are no comparison, and each trial counts once in a mean.";

        if (measure != EffectMeasure.Seconds)
            yield break;
        var machines = trials.Select(id => records[id].Environment).OfType<EnvironmentRecord>()
            .Select(machine => $"{machine.Device}, {machine.Threads} threads, {machine.Platform}").Distinct().Order(StringComparer.Ordinal).ToList();
        if (machines.Count > 1)
            yield return $"The trials ran on different machines ({Shown.List(machines)}): differences of seconds may be the machines'.";
        if (trials.Any(id => records[id].Batch > 1))
            yield return "Some trials ran in a batch with others, and their seconds are those of the batch.";
    }
}
