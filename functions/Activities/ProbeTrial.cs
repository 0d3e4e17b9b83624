using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Activities;

/// <summary>Looks how far a trial is.</summary>
public sealed class ProbeTrial(IStore store, FinishedTrials finished, TimeProvider clock)
{
    // Progress is written every second; a slow store and clocks that differ a little are not a dead worker.
    private static readonly TimeSpan Lively = TimeSpan.FromMinutes(1);

    [Function(nameof(ProbeTrial))]
    public async Task<TrialProbe> RunAsync([ActivityTrigger] TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await finished.FindOutcomeAsync(request.TrialId, cancellation) is { } outcome)
            return new TrialProbe(outcome, IsRunning: false);
        var progress = await ReadProgressAsync(request.TrialId, cancellation);
        return new TrialProbe(null, progress is not null && clock.GetUtcNow() - progress.UpdatedAt < Lively);
    }

    private async Task<TrialProgress?> ReadProgressAsync(string trialId, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadDocumentAsync<TrialProgress>(
                StoreLayout.TrialsContainer, StoreLayout.TrialProgress(trialId), cancellation);
        }
        catch (JsonException)
        {
            // Not a sign of life that we know.
            return null;
        }
    }
}
