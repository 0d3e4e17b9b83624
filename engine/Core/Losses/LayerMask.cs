using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>A mask of the image, brought to a layer's map.</summary>
public static class LayerMask
{
    /// <summary>The mean of the mask over the part of the image that each position stands for.</summary>
    /// <param name="mask">Mask [1,1,H,W] of the image's size, 0..1.</param>
    /// <param name="layer">The layer.</param>
    /// <returns>Mask [1,1,h,w] of the layer's map, a new tensor.</returns>
    public static Tensor Of(Tensor mask, LayerName layer)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (mask.ndim != 4 || mask.shape[0] != 1 || mask.shape[1] != 1)
            throw new ArgumentException($"A mask must be of shape [1,1,H,W]; seen [{string.Join(',', mask.shape)}].", nameof(mask));

        var (height, width) = VggTopology.SizeOf(layer, mask.shape[2], mask.shape[3]);
        return nn.functional.interpolate(mask, [height, width], mode: InterpolationMode.Area);
    }

    /// <summary>
    /// The guidance channel of a region (Gatys et al., 2017, Controlling Perceptual Factors, section 4): the mask at the layer, scaled so
    /// that its squares sum to the number of positions M (the paper's sum to 1, with Gram matrices not divided by M). Statistics of
    /// features times the guidance are those of the region, and where the mask is white all over those of the whole.
    /// </summary>
    /// <param name="mask">Mask [1,1,H,W] of the image's size, 0..1.</param>
    /// <param name="layer">The layer.</param>
    /// <returns>Guidance [1,1,h,w]; null where nothing of the region is left at the layer.</returns>
    public static Tensor? Guidance(Tensor mask, LayerName layer)
    {
        var here = Of(mask, layer);
        var sum = SumOfSquares.Of(here);
        return sum == 0 ? null : here.mul_(Math.Sqrt(here.numel() / sum));
    }
}
