using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Verification;

/// <summary>Holds the last status of a sweep against what its sheet was composed of.</summary>
internal static class StatusCheck
{
    /// <exception cref="LieException">It says something else.</exception>
    public static async Task CheckAsync(
        SweepPlan plan, SweepProvenance provenance, ComposedSheet? composed, VerifiedFiles files, CancellationToken cancellation)
    {
        var name = StoreLayout.SweepStatus(plan.Sweep);
        var status = await files.FindDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, name, cancellation);
        // One that goes on is newer than the sheet.
        if (status is null || !status.IsFinished)
            return;

        var place = VerifiedFiles.NameOf(StoreLayout.ResultsContainer, name);
        var planned = plan.Trials.Select(trial => trial.Id).ToHashSet(StringComparer.Ordinal);
        var outcomes = provenance.Request.Outcomes.ToDictionary(outcome => outcome.TrialId);
        foreach (var line in status.Trials)
        {
            if (!planned.Contains(line.TrialId))
                throw new LieException(place, $"it lists trial {line.TrialId}, which the plan hasn't");
            if (!outcomes.TryGetValue(line.TrialId, out var outcome))
                continue;
            if (composed?.Rejected.FirstOrDefault(rejected => rejected.TrialId == line.TrialId) is { } rejected)
                outcome = rejected;
            if ((line.State, line.Reason, line.Seconds) != (outcome.State, outcome.Reason, outcome.Seconds))
            {
                throw new LieException(place, $"of trial {line.TrialId} it says {Text(line.State, line.Reason, line.Seconds)}; "
                    + $"the sheet was composed of {Text(outcome.State, outcome.Reason, outcome.Seconds)}");
            }
        }

        static string Text(TrialState state, string? reason, double seconds) => FormattableString.Invariant($"{state} ({reason ?? "no reason"}), {seconds} s");
    }
}
