using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sheets;

/// <summary>
/// Gathers what came of each trial of a plan: outcome, record and image, held against each other. Of an image only a preview is kept, of a
/// record all but the evaluations, so that sweeps of thousands of trials fit into memory.
/// </summary>
public sealed class ReportTrials(IStore store, FinishedTrials finished, ISheetImages images)
{
    /// <summary>Longest side of a preview, pixels.</summary>
    public const int PreviewSide = 256;

    private const int ReadsAtOnce = 8;

    // A file of this size is as good as a preview of it.
    private const int SmallFile = 8 * 1024;

    /// <summary>One entry a trial, in planned order.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="outcomes">How each ended, or where it stands.</param>
    /// <param name="isPartial">Whether the sweep goes on: what has no outcome may yet get one.</param>
    /// <param name="cancellation">Ends it between two trials.</param>
    public async Task<IReadOnlyList<ReportTrial>> ReadAsync(
        IReadOnlyList<Trial> trials, IReadOnlyList<TrialOutcome> outcomes, bool isPartial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var byId = outcomes.ToDictionary(outcome => outcome.TrialId);
        var gathered = new ReportTrial[trials.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, trials.Count, atOnce, async (index, stop) =>
        {
            var id = trials[index].Id;
            var outcome = byId.GetValueOrDefault(id) ?? new TrialOutcome { TrialId = id, State = TrialState.Pending };
            gathered[index] = await ReadAsync(trials[index], outcome, isPartial, stop);
        });
        return gathered;
    }

    private async Task<ReportTrial> ReadAsync(Trial trial, TrialOutcome outcome, bool isPartial, CancellationToken cancellation) => outcome.State switch
    {
        TrialState.Completed => await ReadCompletedAsync(trial, outcome, cancellation),
        TrialState.Pending or TrialState.Running => isPartial
            ? await ReadUnderWayAsync(trial, outcome, cancellation)
            : new ReportTrial { Trial = trial, State = TrialState.Pending, Reason = outcome.Reason ?? "It was not run." },
        _ => await ReadEndedAsync(trial, outcome, cancellation),
    };

    private async Task<ReportTrial> ReadCompletedAsync(Trial trial, TrialOutcome outcome, CancellationToken cancellation)
    {
        var record = await finished.ReadRecordAsync(trial.Id, cancellation);
        var report = new ReportTrial { Trial = trial, State = outcome.State, Reason = outcome.Reason, Record = record, Reused = outcome.Reused }.WithoutEvaluations();
        var image = await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(trial.Id), cancellation);
        if (record is null || image is null || !await finished.HasOutputAsync(record, cancellation))
            return report with { State = TrialState.Failed, Record = null, Reason = "Its record, image or output file was removed from the store after it had completed." };
        if (TrialVerification.Problem(trial, record, image.Content.Span) is { } problem)
            return report with { State = TrialState.Failed, Reason = problem };
        return PictureOf(trial.Id, record, image.Content) is { } picture
            // A strip of an earlier run that kept snapshots would not be of this record.
            ? report with { Picture = picture, HasFilmStrip = record.Snapshots.Count > 0 && await HasFilmStripAsync(trial.Id, cancellation) }
            : report with { State = TrialState.Failed, Reason = "Its image can't be read." };
    }

    /// <summary>A trial that failed, was dropped or cancelled. What was dropped may have a result of its last rung, which stays to be seen.</summary>
    private async Task<ReportTrial> ReadEndedAsync(Trial trial, TrialOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.State == TrialState.Dropped && await ReadCompletedAsync(trial, outcome, cancellation) is { State: TrialState.Dropped } dropped)
            return dropped;
        var record = await finished.FindAsync(trial.Id, cancellation);
        // A record of another end, e.g. from a later run, would contradict the reason that the cell gives.
        return new ReportTrial
        {
            Trial = trial,
            State = outcome.State,
            Reason = outcome.Reason,
            Record = record?.State == TrialState.Failed && outcome.State == TrialState.Failed ? record : null,
            Reused = outcome.Reused,
        }.WithoutEvaluations();
    }

    private async Task<ReportTrial> ReadUnderWayAsync(Trial trial, TrialOutcome outcome, CancellationToken cancellation)
    {
        var report = new ReportTrial { Trial = trial, State = outcome.State, Reason = outcome.Reason };
        return outcome.State == TrialState.Running
            ? report with { Progress = await store.ReadProgressAsync(trial.Id, cancellation) }
            : report;
    }

    private ReportPicture? PictureOf(string trialId, TrialRecord record, ReadOnlyMemory<byte> png) => png.Length <= SmallFile
        ? new ReportPicture(new ReportImage(png, ReportFiles.PngType), record.Width, record.Height, png.Length) { IsWhole = true }
        : images.Preview(StoreLayout.TrialImage(trialId), png, PreviewSide);

    private Task<bool> HasFilmStripAsync(string trialId, CancellationToken cancellation) =>
        store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSmallFilmStrip(trialId), cancellation);
}
