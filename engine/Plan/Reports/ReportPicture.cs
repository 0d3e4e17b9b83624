namespace NeuralStyle.Plan.Reports;

/// <summary>A trial's result as the report knows it before it is read whole: a preview, and what there is more of it.</summary>
/// <param name="Preview">The result, small; the file itself where that is small already.</param>
/// <param name="Width">Width of the preview, pixels.</param>
/// <param name="Height">Height of the preview, pixels.</param>
/// <param name="FileBytes">Size of the result's own file, bytes.</param>
public sealed record ReportPicture(ReportImage Preview, int Width, int Height, long FileBytes)
{
    /// <summary>Whether the preview is the file itself, so that nothing more has to be carried.</summary>
    public bool IsWhole { get; init; }
}
