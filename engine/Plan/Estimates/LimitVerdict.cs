using System.Globalization;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Estimates;

/// <summary>What a manifest's limits say to its forecast.</summary>
/// <param name="Problems">Why the sweep is refused, each with the limit's name; none when it may run.</param>
/// <param name="Cut">Trials that are not run, with the reason; none where nothing is cut.</param>
public sealed record LimitVerdict(IReadOnlyList<(string Limit, string Message)> Problems, IReadOnlyList<(string TrialId, string Reason)> Cut)
{
    private const string MaxTrials = "limits.maxTrials";
    private const string MaxMinutes = "limits.maxMinutes";
    private const string MaxCost = "limits.maxCost";
    private const string WaysOut = "raise it, leave values out, or write 'over: cut' to run as many trials as fit";

    /// <summary>Holds a forecast against limits. Trials that ended before cost nothing; those of unknown length are counted as nothing.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="limits">The limits.</param>
    public static LimitVerdict Of(SweepForecast forecast, ManifestLimits limits)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(limits);
        var problems = new List<(string, string)>();
        if (limits.MaxCost is { } allowed && forecast.Rate.PerHour is null)
        {
            problems.Add((MaxCost, Text(
                $"{allowed} is allowed, but what an hour of a worker costs is not known; set Processor__HourlyRate or --hourly-rate, or leave maxCost out")));
        }

        if (limits.Over == LimitExcess.Cut)
            return new LimitVerdict(problems, CutOf(forecast, limits));

        if (forecast.Seconds > 60 * limits.MaxMinutes)
        {
            problems.Add((MaxMinutes, Text(
                $"the sweep is estimated at {forecast.Seconds / 60:0.#} minutes ({EstimateWords.Of(forecast)}); limits.maxMinutes allows {limits.MaxMinutes}; {WaysOut}")));
        }

        if (forecast.Cost > limits.MaxCost)
        {
            problems.Add((MaxCost, Text(
                $"the sweep is estimated to cost {forecast.Rate.Text(forecast.Cost.Value)} ({EstimateWords.Of(forecast)}); limits.maxCost allows {forecast.Rate.Text(limits.MaxCost.Value)}; {WaysOut}")));
        }

        return new LimitVerdict(problems, []);
    }

    /// <summary>
    /// Trials are kept in planned order; the first one that would go beyond a limit is cut, and all after it, so that what is kept does not
    /// hang on how long single trials are. Trials that ended before are always shown.
    /// </summary>
    private static List<(string TrialId, string Reason)> CutOf(SweepForecast forecast, ManifestLimits limits)
    {
        var cut = new List<(string, string)>();
        string? reason = null;
        var (kept, seconds) = (0, 0.0);
        foreach (var trial in forecast.Trials)
        {
            seconds += trial.Time.Seconds ?? 0;
            reason ??= ReasonOf(forecast.Rate, limits, kept + 1, seconds);
            if (reason is null || trial.IsReused)
                kept++;
            else
                cut.Add((trial.TrialId, reason));
        }

        return cut;
    }

    private static string? ReasonOf(WorkRate rate, ManifestLimits limits, int trials, double seconds)
    {
        if (trials > limits.MaxTrials)
            return Text($"Not run: {MaxTrials} allows {limits.MaxTrials} trials, and it comes after them.");
        if (seconds / rate.Workers > 60 * limits.MaxMinutes)
            return Text($"Not run: {MaxMinutes} allows {limits.MaxMinutes} minutes, and the sweep up to where it was cut is estimated at {seconds / rate.Workers / 60:0.#}.");
        return rate.CostOf(seconds) > limits.MaxCost
            ? Text($"Not run: {MaxCost} allows {rate.Text(limits.MaxCost.Value)}, and the sweep up to where it was cut is estimated at {rate.Text(rate.CostOf(seconds)!.Value)}.")
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
