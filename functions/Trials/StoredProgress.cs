using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>The progress of trials in the store.</summary>
public static class StoredProgress
{
    /// <summary>The progress of a run that begins; when it is written is to be filled in.</summary>
    public static TrialProgress Begun(Trial trial, DateTimeOffset startedAt)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var scales = trial.Parameters.AllScales;
        return new TrialProgress(trial.Id, 0, new ScaleCourse(scales).Evaluations, 0, 0, default) { Scales = scales.Count, StartedAt = startedAt };
    }

    /// <summary>The progress of a trial that is being computed, or was when its run was broken off; null where there is none.</summary>
    /// <remarks>One of another version is no sign of life that we know, and nothing to count with.</remarks>
    public static Task<TrialProgress?> ReadProgressAsync(this IStore store, string trialId, CancellationToken cancellation) =>
        store.FindDocumentAsync<TrialProgress>(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(trialId), cancellation);
}
