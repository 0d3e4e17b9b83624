using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Gathers what came of each trial of a plan: outcome, record and image, held against each other.</summary>
public sealed class ReportTrials(IStore store, FinishedTrials finished)
{
    private const string PngType = "image/png";
    private const string WebPType = "image/webp";

    /// <summary>One entry a trial, in planned order.</summary>
    public async Task<IReadOnlyList<ReportTrial>> ReadAsync(
        IReadOnlyList<Trial> trials, IReadOnlyList<TrialOutcome> outcomes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var byId = outcomes.ToDictionary(outcome => outcome.TrialId);
        var gathered = new List<ReportTrial>();
        foreach (var trial in trials)
            gathered.Add(await ReadAsync(trial, byId.GetValueOrDefault(trial.Id), cancellation));
        return gathered;
    }

    private async Task<ReportTrial> ReadAsync(Trial trial, TrialOutcome? outcome, CancellationToken cancellation)
    {
        if (outcome is null)
            return new ReportTrial { Trial = trial, State = TrialState.Pending, Reason = "It was not run." };

        var record = await finished.FindAsync(trial.Id, cancellation);
        var report = new ReportTrial { Trial = trial, State = outcome.State, Reason = outcome.Reason, Record = record, Reused = outcome.Reused };
        if (outcome.State != TrialState.Completed)
            // A record of another end, e.g. from a later run, would contradict the reason that the cell gives.
            return record?.State == TrialState.Failed ? report : report with { Record = null };

        var image = await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(trial.Id), cancellation);
        if (record is null || image is null)
            return report with { State = TrialState.Failed, Reason = "Its record, image or output file was removed from the store after it had completed." };
        return TrialVerification.Problem(trial, record, image.Content.Span) is { } problem
            ? report with { State = TrialState.Failed, Reason = problem }
            : report with { Image = new ReportImage(image.Content, PngType), FilmStrip = await ReadFilmStripAsync(record, cancellation) };
    }

    private async Task<ReportImage?> ReadFilmStripAsync(TrialRecord record, CancellationToken cancellation)
    {
        // One of an earlier run that kept snapshots would not be of this record.
        if (record.Snapshots.Count == 0)
            return null;
        var strip = await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSmallFilmStrip(record.TrialId), cancellation);
        return strip is null ? null : new ReportImage(strip.Content, WebPType);
    }
}
