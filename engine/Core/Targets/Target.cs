using static TorchSharp.torch;

namespace NeuralStyle.Engine.Targets;

/// <summary>What one layer of an image asks of the result.</summary>
/// <param name="Values">
/// Features [1,C,h,w] float32; or [C,C], the Gram matrix over the number of positions, float32, or the same as a second raw moment, float64.
/// </param>
/// <param name="Mean">The mean [C] of the features, float64, beside a second raw moment; else null.</param>
public sealed record Target(Tensor Values, Tensor? Mean = null)
{
    /// <summary>Bytes of its tensors.</summary>
    public long Bytes => BytesOf(Values) + (Mean is null ? 0 : BytesOf(Mean));

    /// <summary>Makes its tensors outlive the dispose scope, until <see cref="Dispose"/>.</summary>
    internal void Detach()
    {
        Values.DetachFromDisposeScope();
        Mean?.DetachFromDisposeScope();
    }

    /// <summary>Lets go of its tensors.</summary>
    internal void Dispose()
    {
        Values.Dispose();
        Mean?.Dispose();
    }

    private static long BytesOf(Tensor values) => values.numel() * values.ElementSize;
}
