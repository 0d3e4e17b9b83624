using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>Reads images as the engine does, small.</summary>
public sealed class EnginePictureSizes : IPictureSizes
{
    private const int LongestSide = 512;

    private readonly ImageReader _reader = new();

    public (int Width, int Height) Of(string name, ReadOnlyMemory<byte> file)
    {
        try
        {
            var size = _reader.Read(name, file.ToArray(), LongestSide).Size;
            return (size.Width, size.Height);
        }
        catch (EngineException)
        {
            return (1, 1);
        }
    }
}
