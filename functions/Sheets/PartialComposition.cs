using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Composes the sheet of a sweep that goes on, from what its status says of each trial.</summary>
public sealed class PartialComposition(SheetComposition composition, StatusWriter status)
{
    /// <summary>Composes it, unless the sweep has ended or is another's by now: an activity may run late, or a second time.</summary>
    /// <returns>The pages; none when nothing was composed.</returns>
    public async Task<ComposedSheet> ComposeAsync(ComposeRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var known = await status.ReadAsync(request.Sweep, cancellation);
        if (!GoesOn(known, request) || known!.Trials.Count == 0)
            return new ComposedSheet([], []);

        var composed = await composition.ComposeAsync(
            request.Sweep, request.StartedAt, [.. known.Trials.Select(OutcomeOf)], isPartial: true, cancellation);
        // What it found to be not as planned is told when the sweep ends.
        return composed with { Rejected = [] };
    }

    private static bool GoesOn(SweepStatus? known, ComposeRequest request) =>
        known is { State: SweepState.Running or SweepState.Paused } && known.InstanceId == request.InstanceId;

    private static TrialOutcome OutcomeOf(TrialStatus trial) => new()
    {
        TrialId = trial.TrialId,
        State = trial.State,
        Reason = trial.Reason,
        Reused = trial.Reused,
        Seconds = trial.Seconds,
    };
}
