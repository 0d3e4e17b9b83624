using static TorchSharp.torch;

namespace NeuralStyle.Engine.Measures;

/// <summary>What is kept of an image that results are measured against.</summary>
/// <param name="Features">Features of <see cref="Yardstick.ContentLayer"/> [1,C,h,w]; null where it is measured against as a style only.</param>
/// <param name="Lab">Its colors, see <see cref="ColorShift.LabPlanes"/>; null likewise.</param>
/// <param name="Grams">Gram matrices per position [C,C] of <see cref="Yardstick.StyleLayers"/>, in their order; empty where it is measured against as a content only.</param>
internal sealed record MeasuredImage(Tensor? Features, float[]? Lab, IReadOnlyList<Tensor> Grams) : IDisposable
{
    /// <summary>Bytes that it holds.</summary>
    public long Bytes => Tensors.Sum(tensor => tensor.numel() * tensor.ElementSize) + (sizeof(float) * (Lab?.LongLength ?? 0));

    private IEnumerable<Tensor> Tensors => Features is null ? Grams : Grams.Prepend(Features);

    /// <summary>Makes its tensors outlive the dispose scope, until <see cref="Dispose"/>.</summary>
    public MeasuredImage Detached()
    {
        foreach (var tensor in Tensors)
            tensor.DetachFromDisposeScope();
        return this;
    }

    public void Dispose()
    {
        foreach (var tensor in Tensors)
            tensor.Dispose();
    }
}
