using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>A picture as a mask: white for yes, black for no, gray for partly.</summary>
/// <remarks>
/// titu1994 cuts masks at the middle (above 127 of 255 is white). Here they stay soft, so that edges can be feathered; a mask of black and
/// white alone gives the same but along its edges, where it is resized.
/// </remarks>
internal static class PictureMask
{
    /// <summary>The mask's luminance at a size.</summary>
    /// <param name="mask">The picture; its proportions are changed if need be.</param>
    /// <param name="size">The size.</param>
    /// <returns>[Height, Width], 0 to 1, filtered linearly: a sharper filter would overshoot, and leave ripples beside each edge.</returns>
    public static float[] Of(Picture mask, PictureSize size)
    {
        var plane = PictureColors.LuminancePlane(mask);
        using var scope = new ImageScope();
        var resized = PictureImages.Resize(PictureImages.Band(plane, mask.Size, scope), size, scope, Enums.Kernel.Linear);
        return [.. resized.WriteToMemory<float>().Select(value => Math.Clamp(value, 0, 1))];
    }
}
