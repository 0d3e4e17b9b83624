using NeuralStyle.Engine.Safetensors;

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>Reads a weights file of any known format, which its first bytes tell.</summary>
public static class TensorFiles
{
    /// <summary>Reads a file. No part of it is ever run.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="file">All of its bytes; kept, not copied.</param>
    /// <exception cref="WeightsException">The bytes are of no known format, damaged, or hold something else than tensors.</exception>
    public static ITensorFile Parse(string name, ReadOnlyMemory<byte> file)
    {
        var start = file.Span[..Math.Min(file.Length, 16)];
        if (start.StartsWith("PK\x03\x04"u8))
            return TorchZip.Parse(name, file);
        if (TorchLegacy.Recognizes(start))
            return TorchLegacy.Parse(name, file);
        // A .safetensors file begins with the 8-byte length of a JSON object.
        return start.Length > 8 && start[8] == (byte)'{' ? SafetensorsFile.Parse(name, file) : TorchSharpFile.Parse(name, file);
    }
}
