using System.Runtime.InteropServices;

namespace NeuralStyle.Engine.Tests.Networks.Formats;

/// <summary>A tensor as a PyTorch file describes it, with its storage.</summary>
internal sealed record TorchSample(string Name, string Key, string StorageType, byte[] Bytes, long Count, long Offset, long[] Shape, long[] Strides)
{
    /// <summary>A row-major float32 tensor with a storage of its own.</summary>
    public static TorchSample Of(string name, string key, long[] shape, float[] values)
    {
        var strides = new long[shape.Length];
        for (var (i, stride) = (shape.Length - 1, 1L); i >= 0; stride *= shape[i], i--)
            strides[i] = stride;
        return new TorchSample(name, key, "FloatStorage", MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length, 0, shape, strides);
    }
}
