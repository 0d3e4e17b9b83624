namespace NeuralStyle.Plan.Reports.Columns;

/// <summary>A column of the table of trials, which is also what trials are sorted, filtered and plotted by.</summary>
/// <param name="Key">Its name in addresses; unique.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Hint">What it is, in a line.</param>
/// <param name="ValueOf">What a trial has there; null for nothing.</param>
internal sealed record TrialColumn(string Key, string Label, ColumnKind Kind, string Hint, Func<ReportTrial, TrialValue?> ValueOf)
{
    /// <summary>Whether its numbers only stand for what they are about.</summary>
    public bool IsProxy { get; init; }
}
