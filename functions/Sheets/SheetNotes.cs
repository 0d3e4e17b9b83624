using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sheets;

/// <summary>What the head of a sheet says beside its settings: how far an unfinished sweep is, and which cells are one trial.</summary>
internal static class SheetNotes
{
    private const int MostNamed = 4;

    /// <summary>The lines; none where there is nothing to say.</summary>
    public static IEnumerable<string> Of(Report report)
    {
        if (report.IsPartial)
        {
            var ended = report.Trials.Count(trial => trial.State is not (TrialState.Pending or TrialState.Running));
            yield return FormattableString.Invariant($"The sweep still runs: {ended} of {report.Trials.Count} trials ended by {report.FinishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        }

        if (SearchWords.Of(report.Plan) is { } search)
            yield return search;
        var shared = SharedTrial.TextsOf(report.Plan);
        if (shared.Count == 0)
            yield break;
        var more = shared.Count > MostNamed ? FormattableString.Invariant($"; and {shared.Count - MostNamed} more") : string.Empty;
        yield return $"Equal settings are one trial: {string.Join("; ", shared.Take(MostNamed))}{more}";
    }
}
