using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Planning;

/// <summary>What a planned sweep would ask for, as <c>nst plan --json</c> prints it.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Trials">Each distinct trial, in the order in which they would run.</param>
/// <param name="Seconds">Seconds until the last has ended, over all workers, as far as they are known.</param>
/// <param name="WorkSeconds">Seconds of all trials together.</param>
/// <param name="PeakMebibytes">Memory of the largest trial that would run.</param>
/// <param name="Cost">What they cost; absent where the rate is not known.</param>
/// <param name="Currency">The currency; absent where none was said.</param>
/// <param name="Reused">Trials that ended before.</param>
/// <param name="Unknown">Trials whose seconds are not known.</param>
/// <param name="NotRun">Trials that the manifest's limits cut.</param>
/// <param name="Source">Where the seconds come from, in words.</param>
/// <param name="Problems">Why the limits refuse the sweep; none when it may run.</param>
/// <param name="Warnings">Where its comparisons will say less than they seem to: several things change at once, or nothing does.</param>
internal sealed record PlanReport(
    string Sweep,
    IReadOnlyList<PlannedTrial> Trials,
    double Seconds,
    double WorkSeconds,
    double PeakMebibytes,
    double? Cost,
    string? Currency,
    int Reused,
    int Unknown,
    int NotRun,
    string Source,
    IReadOnlyList<string> Problems,
    IReadOnlyList<ConfoundingWarning> Warnings)
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>The rungs of a search, of which those after the ones that ended before are not known trial by trial; absent without a search.</summary>
    public IReadOnlyList<PlannedRung>? Rungs { get; init; }

    /// <summary>The report of a plan; what its limits cut costs nothing.</summary>
    public static PlanReport Of(SweepPlan plan, SweepForecast forecast, LimitVerdict verdict)
    {
        var cut = verdict.Cut.ToDictionary(trial => trial.TrialId, trial => trial.Reason);
        var kept = forecast with { Trials = [.. forecast.Trials.Where(trial => !cut.ContainsKey(trial.TrialId))] };
        var trials = plan.Trials.Zip(forecast.Trials, (trial, cost) => new PlannedTrial(
            trial,
            cost.Width,
            cost.Height,
            cost.Evaluations,
            cut.ContainsKey(trial.Id) ? 0 : cost.Time.Seconds,
            cost.PeakBytes / Mebibyte,
            cut.ContainsKey(trial.Id) ? null : cost.Cost,
            cost.IsReused,
            cut.GetValueOrDefault(trial.Id),
            cost.Time.Source,
            cost.Time.Records));
        return new PlanReport(
            plan.Sweep,
            [.. trials],
            kept.Seconds,
            kept.WorkSeconds,
            kept.PeakBytes / Mebibyte,
            kept.Cost,
            forecast.Rate.Currency.Length > 0 ? forecast.Rate.Currency : null,
            kept.Reused,
            kept.Unknown,
            cut.Count,
            EstimateWords.Of(kept),
            [.. verdict.Problems.Select(problem => $"{problem.Limit}: {problem.Message}")],
            SweepConfounding.Of(plan, new Dictionary<string, TrialRecord>()))
        {
            Rungs = PlannedRung.Of(plan, forecast),
        };
    }
}
