using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Makes small pictures of the images that a sheet and a report show.</summary>
public interface ISheetImages
{
    /// <summary>A PNG of an image, its longest side at most so many pixels; null when the file can't be read as an image.</summary>
    byte[]? Thumbnail(string name, ReadOnlyMemory<byte> file, int longestSide);

    /// <summary>A preview of a result, its longest side at most so many pixels; null when the file can't be read as an image.</summary>
    ReportPicture? Preview(string name, ReadOnlyMemory<byte> file, int longestSide);
}
