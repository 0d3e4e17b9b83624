using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Searches;

/// <summary>Something that trials of a rung are ranked by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CostOf">What it is of a trial, the lower, the better; null where it says nothing that compares.</param>
internal sealed record RungCriterion(string Name, Func<TrialRecord, double?> CostOf)
{
    /// <summary>All of them. No loss is among them: losses of other weights, layers or conventions are of other things.</summary>
    public static IReadOnlyList<RungCriterion> All { get; } =
    [
        new("improvement", record => -ImprovementOf(record)),
        new("content distance", record => record.Measures?.ContentDistance),
        new("style distance", record => record.Measures?.StyleDistance),
    ];

    /// <summary>
    /// Percent of the loss of the trial's own first evaluation that was gone at its last; null where a schedule changes a weight, so that the two
    /// are of different losses.
    /// </summary>
    private static double? ImprovementOf(TrialRecord record)
    {
        var parameters = record.Parameters;
        var isScheduled = new[] { parameters.ContentSchedule, parameters.StyleSchedule, parameters.TvSchedule }.Any(schedule => !schedule.IsConstant);
        return isScheduled || record.Evaluations.Count == 0 ? null : record.Evaluations[^1].Improvement;
    }
}
