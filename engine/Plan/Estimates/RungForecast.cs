using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Estimates;

/// <summary>
/// What a rung of a search is expected to ask for whose trials are not known yet, because those of the rungs before have not ended: as many
/// as go up at most, each as long as the mean of the settings that may be among them.
/// </summary>
/// <param name="Rung">The rung, from 0.</param>
/// <param name="ImageSize">Its size, pixels.</param>
/// <param name="Trials">Trials at most.</param>
/// <param name="Seconds">Seconds of all of them together; null where nothing is known.</param>
/// <param name="LongestSeconds">Seconds of the longest trial that may be among them; null where nothing is known.</param>
/// <param name="PeakBytes">Bytes of the largest trial that may be among them.</param>
public sealed record RungForecast(int Rung, int ImageSize, int Trials, double? Seconds, double? LongestSeconds, long PeakBytes)
{
    /// <summary>The rungs of a plan above those that it knows; none without a search.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="estimate">Seconds and bytes of a trial.</param>
    public static IReadOnlyList<RungForecast> Of(SweepPlan plan, Func<Trial, (double? Seconds, long PeakBytes)> estimate)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(estimate);
        if (plan.Search is not { } search)
            return [];
        var top = plan.TopRung();
        var groups = plan.TrialsAt(top).GroupBy(SweepRungs.GroupOf).Select(group => (Settings: group.ToList(), Trials: group.Count())).ToList();
        var rungs = new List<RungForecast>();
        for (var rung = top + 1; rung < search.Rungs.Count; rung++)
        {
            groups = [.. groups.Select(group => (group.Settings, search.Keep.Of(group.Trials)))];
            var costs = groups.Select(group => (group.Trials, Each: group.Settings.Select(setting => estimate(RungTrials.After(setting, rung, search))).ToList())).ToList();
            var all = costs.SelectMany(group => group.Each).ToList();
            var isKnown = all.TrueForAll(cost => cost.Seconds is not null);
            rungs.Add(new RungForecast(
                rung,
                search.Rungs[rung],
                groups.Sum(group => group.Trials),
                isKnown ? costs.Sum(group => group.Trials * group.Each.Average(cost => cost.Seconds!.Value)) : null,
                isKnown ? all.Max(cost => cost.Seconds) : null,
                all.Max(cost => cost.PeakBytes)));
        }

        return rungs;
    }
}
