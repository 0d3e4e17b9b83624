using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Reads and shrinks images as the engine does.</summary>
public sealed class EngineSheetImages : ISheetImages
{
    private const int PreviewQuality = 82;

    private readonly ImageReader _reader = new();

    public byte[]? Thumbnail(string name, ReadOnlyMemory<byte> file, int longestSide)
    {
        try
        {
            return ImageWriter.Png(_reader.Read(name, file.ToArray(), longestSide).WithAlpha(null));
        }
        catch (EngineException)
        {
            // Its trials failed and say why; beside the grid it is only named.
            return null;
        }
    }

    public ReportPicture? Preview(string name, ReadOnlyMemory<byte> file, int longestSide)
    {
        try
        {
            var picture = _reader.Read(name, file.ToArray(), longestSide);
            var preview = new ReportImage(ImageWriter.WebP(picture, PreviewQuality), ReportFiles.WebPType);
            return new ReportPicture(preview, picture.Size.Width, picture.Size.Height, file.Length);
        }
        catch (EngineException)
        {
            // Its cell says that it can't be read.
            return null;
        }
    }
}
