using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Reads and shrinks images as the engine does.</summary>
public sealed class EngineSheetImages : ISheetImages
{
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
}
