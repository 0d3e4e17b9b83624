using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Activities;

/// <summary>Brings <c>status.json</c> up to date, and answers whose sweep it is and what is asked of it.</summary>
public sealed class UpdateStatus(StatusWriter status, RepeatedWorkNotes notes, SweepControls controls, ProcessorTelemetry telemetry)
{
    [Function(nameof(UpdateStatus))]
    public async Task<StatusAnswer> RunAsync([ActivityTrigger] StatusUpdate update, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        var isFinal = SweepStatus.IsFinal(update.State);
        if (!await status.ApplyAsync(update, isFinal ? await FindRepeatedAsync(update, cancellation) : null, cancellation))
            return new StatusAnswer(false, SweepRequest.Run);
        var request = await controls.ReadAsync(update.Sweep, update.InstanceId, cancellation);
        // Last, since what throws is run again.
        if (isFinal)
            telemetry.SweepEnded(update.State);
        return new StatusAnswer(true, request);
    }

    private async Task<RepeatedWorkSum?> FindRepeatedAsync(StatusUpdate update, CancellationToken cancellation)
    {
        var known = await status.ReadAsync(update.Sweep, cancellation);
        var trials = update.Trials.Concat(known?.Trials ?? []).Select(trial => trial.TrialId).ToHashSet(StringComparer.Ordinal);
        var sum = await notes.SumAsync(trials, known?.StartedAt ?? DateTimeOffset.MinValue, until: null, cancellation);
        return sum.Evaluations > 0 ? sum : null;
    }
}
