using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>What a report reads while it is written, one after the other, so that it never holds the files of all trials.</summary>
public interface IReportFiles
{
    /// <summary>A trial's result; null where it is gone, or no longer the one that its record describes.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="cancellation">Ends it.</param>
    ValueTask<ReportImage?> ReadImageAsync(ReportTrial trial, CancellationToken cancellation);

    /// <summary>A trial's snapshots side by side, small enough to be carried; null where there are none.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="cancellation">Ends it.</param>
    ValueTask<ReportImage?> ReadFilmStripAsync(ReportTrial trial, CancellationToken cancellation);

    /// <summary>A trial's record with all its evaluations; null where there is none.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="cancellation">Ends it.</param>
    ValueTask<TrialRecord?> ReadRecordAsync(ReportTrial trial, CancellationToken cancellation);
}
