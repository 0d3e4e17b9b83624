using System.Globalization;
using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Cli.Simulation;

/// <summary>Simulated sweeps beside each other, for people.</summary>
internal static class SimulationTable
{
    private const int LabelWidth = 24;
    private const int CellWidth = 14;

    /// <summary>Its lines: a row for each figure, a column for each sweep.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<SimulationResult> results, ReplicaRates rates)
    {
        yield return Row("trials", results, result => Whole(result.Trials));
        yield return Row("makespan", results, result => Time(result.Makespan));
        yield return Row("queue wait, median", results, result => Time(result.WaitMedian));
        yield return Row("queue wait, 95 %", results, result => Time(result.Wait95));
        yield return Row("queue wait, longest", results, result => Time(result.WaitLongest));
        yield return Row("replicas at most", results, result => Whole(result.PeakReplicas));
        yield return Row("replicas started", results, result => Whole(result.Starts));
        yield return Row("killed while computing", results, result => Whole(result.Kills));
        yield return Row("replica-hours", results, result => Number(result.ReplicaSeconds / 3600));
        yield return Row("of these starting", results, result => Share(result.StartingSeconds / result.ReplicaSeconds));
        yield return Row("of these idle", results, result => Share(result.IdleShare));
        yield return Row("GPU-seconds", results, result => Whole(result.ReplicaSeconds));
        yield return Row("vCPU-seconds", results, result => Whole(result.ReplicaSeconds * rates.Processors));
        yield return Row("GiB-seconds", results, result => Whole(result.ReplicaSeconds * rates.Gibibytes));
        yield return Row("cost", results, result => rates.CostOf(result.ReplicaSeconds) is { } cost ? Number(cost) : "rates unknown");
    }

    private static string Row(string label, IReadOnlyList<SimulationResult> results, Func<SimulationResult, string> cell) =>
        label.PadRight(LabelWidth) + string.Concat(results.Select(result => cell(result).PadLeft(CellWidth)));

    private static string Whole(double value) => Math.Round(value).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Share(double value) => string.Create(CultureInfo.InvariantCulture, $"{100 * (double.IsFinite(value) ? value : 0):0.0} %");

    private static string Time(double seconds) => seconds switch
    {
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.0} min"),
        < 172_800 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0.0} d"),
    };
}
