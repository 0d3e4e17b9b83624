using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Says of trials that a worker puts back on the queue until when it had them. Each stands at the end of the line then, behind others that
/// were queued later than it first was: whoever looks for it would take it for lost, had its run been too short to tell of its progress.
/// </summary>
public sealed class GivenBackTrials(IStore store, PlannedTrials planned, ILogger<GivenBackTrials> logger)
{
    /// <summary>Says it, as the time of the progress that the trial has. What can't be said does no harm, but for a trial that is queued once more.</summary>
    /// <param name="trialId">The trial.</param>
    /// <param name="at">When it is put back.</param>
    /// <param name="cancellation">Ends it; then it is left unsaid.</param>
    public async Task NoteAsync(string trialId, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            var progress = await store.ReadProgressAsync(trialId, cancellation) ?? StoredProgress.Begun(await planned.ReadAsync(trialId, cancellation), at);
            await store.WriteDocumentAsync(
                StoreLayout.TrialsContainer, StoreLayout.TrialProgress(trialId), progress with { UpdatedAt = at }, cancellation);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException or TrialInputException)
        {
            Logs.ProgressNotWritten(logger, exception, trialId);
        }
    }
}
