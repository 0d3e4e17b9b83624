namespace NeuralStyle.Functions.Sweeps;

/// <summary>Tells the proportions of images.</summary>
public interface IPictureSizes
{
    /// <summary>Width and height of an image, perhaps shrunk; 1 by 1 for a file that can't be read as one: its trials say so.</summary>
    (int Width, int Height) Of(string name, ReadOnlyMemory<byte> file);
}
