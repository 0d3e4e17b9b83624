using System.Globalization;

namespace NeuralStyle.Plan.Estimates;

/// <summary>Says where a sweep's estimate comes from.</summary>
public static class EstimateWords
{
    /// <summary>
    /// E.g. <c>12 trials from 30 to 36 records like them, 2 from 40 records of other sizes or layers, 1 from a measurement of this machine</c>.
    /// </summary>
    public static string Of(SweepForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var sources = forecast.Trials
            .GroupBy(trial => trial.Time.Source)
            .OrderBy(group => group.Key == EstimateSource.Unknown)
            .ThenBy(group => group.Key)
            .Select(group => $"{Count(group.Count())} {Words(group.Key, [.. group.Select(trial => trial.Time.Records)])}");
        var later = forecast.Rungs.Select(rung => $"up to {Count(rung.Trials)} at {rung.ImageSize} px by the mean of the settings");
        return string.Join(", ", sources.Concat(later));
    }

    private static string Words(EstimateSource source, IReadOnlyList<int> records) => source switch
    {
        EstimateSource.Reused => "reused",
        EstimateSource.Records => $"from {Range(records)} of this store like them",
        EstimateSource.OtherRecords => $"from {Range(records)} of this store of other sizes or layers, scaled",
        EstimateSource.Measurement => "from a short measurement of this machine",
        _ => "of unknown length: no record of this store compares",
    };

    private static string Count(int trials) => string.Create(CultureInfo.InvariantCulture, $"{trials} {(trials == 1 ? "trial" : "trials")}");

    private static string Range(IReadOnlyList<int> records)
    {
        var (fewest, most) = (records.Min(), records.Max());
        return fewest == most
            ? string.Create(CultureInfo.InvariantCulture, $"{most} {(most == 1 ? "record" : "records")}")
            : string.Create(CultureInfo.InvariantCulture, $"{fewest} to {most} records");
    }
}
