using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Measures;

/// <summary>How soon the loss of a trial came down.</summary>
public static class Convergence
{
    private const double Share = 0.95;

    /// <summary>
    /// The number, from 1 and counted from where the last scale began, of the first evaluation whose total loss T satisfies
    /// T &lt;= first - 0.95 (first - lowest), of the first and the lowest total of that scale.
    /// </summary>
    /// <param name="parameters">The trial's: a schedule that changes the weight of a loss within the scale makes its totals those of different losses.</param>
    /// <param name="evaluations">Every evaluation, in order.</param>
    /// <param name="events">What happened: where the last scale began.</param>
    /// <returns>Null where the loss never fell, where a loss is not finite from the start, and where a schedule changes a weight.</returns>
    public static int? EvaluationsTo95(
        TrialParameters parameters, IReadOnlyList<EvaluationRecord> evaluations, IReadOnlyList<TrialEvent> events)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(events);
        var began = events.Where(seen => seen.Kind == TrialEventKind.ScaleBegan).Select(seen => seen.Evaluation).DefaultIfEmpty(0).Max();
        var scale = evaluations.Skip(began).ToList();
        if (scale.Count == 0 || !double.IsFinite(scale[0].Total) || WeightsChange(parameters, scale))
            return null;

        var first = scale[0].Total;
        var lowest = scale.Select(evaluation => evaluation.Total).Where(double.IsFinite).Min();
        if (lowest >= first)
            return null;

        // A total that is not finite is below nothing.
        return scale.FindIndex(evaluation => evaluation.Total <= first - (Share * (first - lowest))) + 1;
    }

    private static bool WeightsChange(TrialParameters parameters, List<EvaluationRecord> scale)
    {
        var planned = parameters.TotalEvaluations;
        return new[] { parameters.ContentSchedule, parameters.StyleSchedule, parameters.TvSchedule }
            .Where(schedule => !schedule.IsConstant)
            .Any(schedule => scale.Select(evaluation => schedule.FactorAt(evaluation.Evaluation, planned)).Distinct().Skip(1).Any());
    }
}
