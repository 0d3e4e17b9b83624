using NeuralStyle.Engine.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Carries an image and what Adam knows to another size, as crowsonkb's style-transfer-pytorch does: image and mean of gradients
/// bicubic, mean of squared gradients bilinear and nowhere below 0; the count of steps stays. What L-BFGS knows is of vectors of one
/// length and begins anew.
/// </summary>
internal static class ScaleTransfer
{
    /// <summary>The image that the next scale starts from, a new tensor [1,3,height,width], 0..1.</summary>
    /// <param name="image">The result of the scale before, [1,3,h,w].</param>
    /// <param name="height">Height, pixels.</param>
    /// <param name="width">Width, pixels.</param>
    public static Tensor Image(Tensor image, long height, long width)
    {
        using var scope = NewDisposeScope();
        return Resize(image, height, width, InterpolationMode.Bicubic).clamp_(0, 1).MoveToOuterDisposeScope();
    }

    /// <summary>What Adam knows, for images of another size.</summary>
    /// <param name="state">For images [1,3,h,w].</param>
    /// <param name="from">The shape of those.</param>
    /// <param name="height">Height to come, pixels.</param>
    /// <param name="width">Width to come, pixels.</param>
    public static AdamState Moments(AdamState state, ReadOnlySpan<long> from, long height, long width)
    {
        if (state.Steps == 0)
            return state;

        using var scope = NewDisposeScope();
        var shape = from.ToArray();
        var mean = Resize(tensor(state.Mean.ToArray(), shape), height, width, InterpolationMode.Bicubic);
        var meanSquare = Resize(tensor(state.MeanSquare.ToArray(), shape), height, width, InterpolationMode.Bilinear).clamp_(min: 0);
        return state with { Mean = HostCopy.Of(mean), MeanSquare = HostCopy.Of(meanSquare) };
    }

    private static Tensor Resize(Tensor image, long height, long width, InterpolationMode mode) =>
        nn.functional.interpolate(image, [height, width], mode: mode, align_corners: false).contiguous();
}
