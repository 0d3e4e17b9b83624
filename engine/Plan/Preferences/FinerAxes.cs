using System.Globalization;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Preferences;

/// <summary>What becomes of each axis of a sweep in the finer one.</summary>
internal static class FinerAxes
{
    // With three and more numeric axes, five values of each would make a large sweep.
    private const int MostWithNeighbors = 2;

    /// <summary>
    /// The axes, in the plan's order; those of images are missing. Of an axis that varies several parameters together they are apart where
    /// its values have no names, as those that were drawn at random; a named combination stays as it is, and is missing too.
    /// </summary>
    /// <param name="manifest">The sweep's manifest.</param>
    /// <param name="plan">The sweep.</param>
    /// <param name="ranking">The ranking, which has a winner.</param>
    /// <param name="withNeighbors">Whether numeric axes have the winner's neighbors where they are few.</param>
    public static IReadOnlyList<FinerAxis> Of(Manifest manifest, SweepPlan plan, PreferenceRanking ranking, bool withNeighbors)
    {
        var executed = plan.Trials.ToDictionary(trial => trial.Id, trial => trial.Parameters);
        if (!executed.TryGetValue(ranking.Winner!.TrialId, out var winner))
            throw new ArgumentException($"the winner, trial {ranking.Winner.TrialId}, is no trial of '{plan.Sweep}'", nameof(ranking));

        var varied = manifest.Axes.Where(axis => axis.Points.Count > 1).ToList();
        var axes = varied.Where(axis => !axis.IsComposite || axis.Points.All(point => point.Name is null)).SelectMany(axis => axis.Parameters).ToList();
        var few = axes.Count(IsNumber) <= MostWithNeighbors;
        return [.. axes.Select(parameter => IsNumber(parameter)
            ? Finer((NumericParameter)parameter, executed.Values, winner, withNeighbors && few)
            : Kept(parameter, executed, ranking, winner))];
    }

    /// <summary>A seed's number says nothing about its neighbors.</summary>
    private static bool IsNumber(ParameterDefinition parameter) => parameter is NumericParameter && parameter != ParameterCatalog.Seed;

    private static FinerAxis Finer(NumericParameter parameter, IEnumerable<TrialParameters> executed, TrialParameters winner, bool withNeighbors)
    {
        var axis = executed.Select(parameters => NumberOf(parameter, parameters)).Distinct().Order().ToList();
        var best = NumberOf(parameter, winner);
        // A value without use is the same in all trials, whatever the axis says.
        if (axis.Count < 2)
            return new FinerAxis(parameter, [parameter.ValueOf(winner)], "without use in the winner's setting");

        var place = best == axis[0] ? ", the least of its axis" : best == axis[^1] ? ", the largest of its axis" : string.Empty;
        var why = $"around the winner's {parameter.LabelOf(winner)}{place}";
        return new FinerAxis(parameter, FinerValues.Around(parameter, axis, best, withNeighbors), why);
    }

    /// <summary>The winner's value, and the next best one where the intervals of the best trials of both overlap.</summary>
    private static FinerAxis Kept(
        ParameterDefinition parameter, Dictionary<string, TrialParameters> executed, PreferenceRanking ranking, TrialParameters winner)
    {
        var value = parameter.ValueOf(winner);
        var next = ranking.Groups[0].FirstOrDefault(trial => executed.TryGetValue(trial.TrialId, out var parameters) && !parameter.ValueOf(parameters).Equals(value));
        if (next is null || !ranking.Winner!.Overlaps(next))
            return new FinerAxis(parameter, [value], $"the winner's {parameter.Label(value)}");

        var second = parameter.ValueOf(executed[next.TrialId]);
        var why = $"the winner's {parameter.Label(value)}, and {parameter.Label(second)}, whose best trial's interval overlaps the winner's";
        return new FinerAxis(parameter, [value, second], why);
    }

    private static double NumberOf(NumericParameter parameter, TrialParameters parameters) =>
        Convert.ToDouble(parameter.ValueOf(parameters), CultureInfo.InvariantCulture);
}
