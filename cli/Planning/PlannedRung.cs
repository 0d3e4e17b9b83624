using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Planning;

/// <summary>What one rung of a search would ask for.</summary>
/// <param name="Name">The rung in words.</param>
/// <param name="ImageSize">Its size, pixels.</param>
/// <param name="Trials">Its trials; where they are not known yet, as many as they can be.</param>
/// <param name="Seconds">Seconds of work; 0 for what is reused, absent where nothing is known.</param>
/// <param name="IsKnown">Whether it is known which trials they are.</param>
internal sealed record PlannedRung(string Name, int ImageSize, int Trials, double? Seconds, bool IsKnown)
{
    /// <summary>The rungs of a plan's search, the first first; null without one.</summary>
    public static IReadOnlyList<PlannedRung>? Of(SweepPlan plan, SweepForecast forecast)
    {
        if (plan.Search is not { } search)
            return null;
        return
        [
            .. forecast.Trials.GroupBy(trial => trial.Rung).OrderBy(rung => rung.Key).Select(rung => new PlannedRung(
                search.NameOf(rung.Key),
                search.Rungs[rung.Key],
                rung.Count(),
                rung.Any(trial => trial.Time.Seconds is null) ? null : rung.Sum(trial => trial.Time.Seconds),
                IsKnown: true)),
            .. forecast.Rungs.Select(rung => new PlannedRung(search.NameOf(rung.Rung), rung.ImageSize, rung.Trials, rung.Seconds, IsKnown: false)),
        ];
    }
}
