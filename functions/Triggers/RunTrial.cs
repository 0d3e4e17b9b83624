using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Runs one queued trial on the engine and sends its outcome back. The worker's function: the container with the GPU.</summary>
public sealed class RunTrial(
    ControlledTrials trials,
    ITrialMessenger messenger,
    GivenBackTrials givenBack,
    IStore store,
    IWorkerProcess process,
    ProcessorTelemetry telemetry,
    TimeProvider clock,
    ILogger<RunTrial> logger)
{
    private static readonly TimeSpan TimeToTell = TimeSpan.FromSeconds(5);

    // A host that is told to stop has some 20 to 30 seconds in all, of which the trial may have taken most.
    private static readonly TimeSpan TimeToNote = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What is thrown returns the message to the queue; after five times it goes to <c>trials-poison</c>. That is for workers that die of
    /// their trial: one that is told to stop puts the trial on the queue anew, so that a long one may meet any number of orderly stops.
    /// </summary>
    [Function(nameof(RunTrial))]
    public async Task RunAsync([QueueTrigger(StoreLayout.TrialsQueue)] string message, CancellationToken cancellation)
    {
        var trial = QueueMessageJson.Read<TrialMessage>(message);
        TrialOutcome outcome;
        try
        {
            await NoteWaitAsync(trial, cancellation);
            var request = new TrialRequest(trial.Sweep, trial.TrialId, trial.InstanceId) { AskedAt = trial.AskedAt, TraceParent = trial.TraceParent };
            outcome = await trials.RunAsync(request, cancellation);
        }
        catch (OperationCanceledException) when (process.IsToldToStop(cancellation))
        {
            if (await QueueAnewAsync(trial))
                return;
            throw;
        }

        // Told to stop meanwhile, it tells how the trial ended all the same: nobody needs to take the message again only to find that out.
        using var grace = new Grace(TimeToTell, clock, cancellation);
        await messenger.SendResultAsync(new TrialResultMessage(trial.InstanceId, outcome) { TraceParent = trial.TraceParent }, grace.Token);
    }

    /// <summary>False where that can't be done in time: then the message itself has to come back.</summary>
    private async Task<bool> QueueAnewAsync(TrialMessage trial)
    {
        var now = clock.GetUtcNow();
        using (var soon = new CancellationTokenSource(TimeToNote, clock))
            await givenBack.NoteAsync(trial.TrialId, now, soon.Token);
        using var late = new CancellationTokenSource(TimeToTell, clock);
        try
        {
            await messenger.SendTrialAsync(trial with { QueuedAt = now }, late.Token);
            Logs.TrialQueuedAnew(logger, trial.TrialId);
            return true;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            Logs.TrialNotQueuedAnew(logger, exception, trial.TrialId);
            return false;
        }
    }

    /// <summary>A message that comes back since its worker died waited for that worker most of the time, not in the queue.</summary>
    private async Task NoteWaitAsync(TrialMessage trial, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (trial.QueuedAt is not { } queuedAt)
            return;
        try
        {
            if (!((await store.ReadProgressAsync(trial.TrialId, cancellation))?.UpdatedAt > queuedAt))
                telemetry.TrialTaken(queuedAt, now);
        }
        catch (StoreUnavailableException exception)
        {
            // Not for a figure: what the trial itself needs of the store, it asks for again.
            Logs.WaitNotNoted(logger, exception, trial.TrialId);
        }
    }
}
