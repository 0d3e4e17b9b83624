using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Estimates;

/// <summary>What a sweep is expected to ask for.</summary>
/// <param name="Trials">Each distinct trial, in planned order.</param>
/// <param name="Rate">What work costs.</param>
public sealed record SweepForecast(IReadOnlyList<TrialForecast> Trials, WorkRate Rate)
{
    /// <summary>Trials that ended before.</summary>
    public int Reused => Trials.Count(trial => trial.IsReused);

    /// <summary>Rungs of a search whose trials are not known yet.</summary>
    public IReadOnlyList<RungForecast> Rungs { get; init; } = [];

    /// <summary>Trials whose seconds are not known.</summary>
    public int Unknown => Trials.Count(trial => trial.Time.Source == EstimateSource.Unknown) + Rungs.Where(rung => rung.Seconds is null).Sum(rung => rung.Trials);

    /// <summary>Seconds of work of all trials together, as far as they are known.</summary>
    public double WorkSeconds => Trials.Sum(trial => trial.Time.Seconds ?? 0) + Rungs.Sum(rung => rung.Seconds ?? 0);

    /// <summary>
    /// Seconds until the last has ended, where every worker always has one: no less than the longest trial takes, of a search the longest of each
    /// rung, since one begins when the one before has ended.
    /// </summary>
    public double Seconds =>
        Trials.GroupBy(trial => trial.Rung).Sum(rung => Elapsed(rung.Sum(trial => trial.Time.Seconds ?? 0), rung.Max(trial => trial.Time.Seconds)))
        + Rungs.Sum(rung => Elapsed(rung.Seconds ?? 0, rung.LongestSeconds));

    /// <summary>What all of them cost, as far as it is known; null where the rate is not.</summary>
    public double? Cost => Rate.CostOf(WorkSeconds);

    /// <summary>Bytes of the largest trial that is to be computed; 0 when none is.</summary>
    public long PeakBytes => Trials.Where(trial => !trial.IsReused).Select(trial => trial.PeakBytes)
        .Concat(Rungs.Select(rung => rung.PeakBytes)).DefaultIfEmpty(0).Max();

    /// <summary>Forecasts a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="finished">Ids of trials that ended before.</param>
    /// <param name="sizeOf">Width and height of a content image, or of anything of its proportions.</param>
    /// <param name="times">How long trials take.</param>
    /// <param name="rate">What work costs.</param>
    public static SweepForecast Of(
        SweepPlan plan, IReadOnlySet<string> finished, Func<Trial, (int Width, int Height)> sizeOf, ITrialTimes times, WorkRate rate)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(sizeOf);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(rate);
        return new SweepForecast([.. plan.Trials.Select(ForecastOf)], rate)
        {
            Rungs = RungForecast.Of(plan, trial =>
            {
                var forecast = ForecastOf(trial);
                return (forecast.Time.Seconds, forecast.PeakBytes);
            }),
        };

        TrialForecast ForecastOf(Trial trial)
        {
            var parameters = trial.Parameters;
            var content = sizeOf(trial);
            var (width, height) = TrialExtent.Of(parameters, content.Width, content.Height);
            var time = finished.Contains(trial.Id) ? TimeEstimate.Reused : times.Estimate(parameters, width, height);
            return new TrialForecast(
                trial.Id,
                width,
                height,
                parameters.TotalEvaluations,
                time,
                TrialMemory.Of(parameters, width, height),
                time.Seconds is { } seconds ? rate.CostOf(seconds) : null)
            {
                Rung = plan.RungOf(trial),
            };
        }
    }

    private double Elapsed(double work, double? longest) => Math.Max(work / Rate.Workers, longest ?? 0);
}
