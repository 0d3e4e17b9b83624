using NeuralStyle.Engine;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Makes the record of a run that has ended.</summary>
internal static class TrialRecords
{
    /// <summary>The record, but for what the run ran on, when it ended, and its snapshots.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="files">What it read.</param>
    /// <param name="watch">What was heard of it.</param>
    /// <param name="image">The result; null when it failed.</param>
    /// <param name="failure">Why it failed; null when it did not.</param>
    public static TrialRecord Of(
        Trial trial, TrialFiles files, TrialWatch watch, TrialImage? image, EngineException? failure) => new()
        {
            TrialId = trial.Id,
            State = failure is null ? TrialState.Completed : TrialState.Failed,
            Reason = failure?.Message,
            Parameters = trial.Parameters,
            Content = trial.Content,
            Style = trial.Style,
            MoreStyles = trial.MoreStyles,
            OtherImages = trial.OtherImages,
            InitTrialSha256 = files.InitTrial is { } startedFrom ? Sha256.Of(startedFrom.Span) : null,
            Weights = trial.Weights,
            Batch = image?.Batch ?? 1,
            Width = image?.Width ?? 0,
            Height = image?.Height ?? 0,
            ImageSha256 = image is null ? null : Sha256.Of(image.Png),
            OutputFile = image?.Output?.Name,
            OutputSha256 = image?.Output is { } output ? Sha256.Of(output.Bytes) : null,
            Layers = image?.Layers ?? [],
            Events = image?.Events ?? [.. watch.Events],
            BestEvaluation = image?.BestEvaluation,
            Evaluations = image?.Evaluations ?? [.. watch.Evaluations],
            Measures = image?.Measures,
            StartedAt = watch.StartedAt,
            FinishedAt = default,
            Seconds = 0,
        };

    /// <summary>A record with the snapshots that are in the store.</summary>
    /// <param name="record">The record.</param>
    /// <param name="snapshots">Their evaluations, with the SHA-256 of each.</param>
    public static TrialRecord With(TrialRecord record, IReadOnlyDictionary<int, string> snapshots) => record with
    {
        Snapshots = [.. snapshots.Keys],
        Files = [.. snapshots.Select(snapshot => new RecordedFile(StoreLayout.SnapshotName(snapshot.Key), snapshot.Value))],
    };
}
