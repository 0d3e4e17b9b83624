namespace NeuralStyle.Functions.Sheets;

/// <summary>Makes small pictures of the images that a sheet shows beside its cells.</summary>
public interface ISheetImages
{
    /// <summary>A PNG of an image, its longest side at most so many pixels; null when the file can't be read as an image.</summary>
    byte[]? Thumbnail(string name, ReadOnlyMemory<byte> file, int longestSide);
}
