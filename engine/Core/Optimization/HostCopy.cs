using System.Collections.Immutable;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>Tensors of an optimizer's state, to the host and back, and small results that the host decides by.</summary>
internal static class HostCopy
{
    /// <summary>The values of a contiguous float32 tensor, in order.</summary>
    public static ImmutableArray<float> Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return ImmutableCollectionsMarshal.AsImmutableArray(tensor.cpu().data<float>().ToArray());
    }

    /// <summary>The values as a float32 tensor <c>[N]</c> on <paramref name="device"/>, outside any dispose scope.</summary>
    public static Tensor ToDevice(ImmutableArray<float> values, Device device)
    {
        using var scope = NewDisposeScope();
        using var host = tensor(ImmutableCollectionsMarshal.AsArray(values)!, ScalarType.Float32);
        return host.to(device, copy: true).DetachFromDisposeScope();
    }

    /// <summary>Several vectors and scalars as one array of the host: one wait for the device instead of one for each.</summary>
    public static double[] Together(params IEnumerable<Tensor> parts)
    {
        using var scope = NewDisposeScope();
        var packed = cat(parts.Select(part => part.reshape(-1)).ToArray()).cpu();
        return Array.ConvertAll(packed.data<float>().ToArray(), value => (double)value);
    }
}
