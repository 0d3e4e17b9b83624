namespace NeuralStyle.Engine.Images;

/// <summary>What is done to the colors of a picture; the results have no transparency.</summary>
internal static class PictureColors
{
    /// <summary>The picture's luminance in all three channels.</summary>
    public static Picture Gray(Picture picture)
    {
        var plane = LuminancePlane(picture);
        return Picture.Own(picture.Size, [.. plane, .. plane, .. plane]);
    }

    /// <summary>The luminance of each pixel [Height, Width], 0 to 1.</summary>
    public static float[] LuminancePlane(Picture picture)
    {
        var planes = picture.Planes.Span;
        var area = picture.Width * picture.Height;
        var luminance = new float[area];
        for (var i = 0; i < area; i++)
            luminance[i] = YCbCr.Luminance(planes[i], planes[area + i], planes[(2 * area) + i]);
        return luminance;
    }

    /// <summary>One picture's luminance with another's chroma, clamped to 0..1 where no color has both.</summary>
    /// <param name="luminance">Gives the luminance.</param>
    /// <param name="chroma">Gives the chroma; of the same size.</param>
    public static Picture WithChroma(Picture luminance, Picture chroma)
    {
        CheckSizes(luminance, chroma);
        var from = luminance.Planes.Span;
        var colors = chroma.Planes.Span;
        var area = luminance.Width * luminance.Height;
        var mixed = new float[from.Length];
        for (var i = 0; i < area; i++)
        {
            var y = YCbCr.Luminance(from[i], from[area + i], from[(2 * area) + i]);
            var (cb, cr) = YCbCr.Chroma(colors[i], colors[area + i], colors[(2 * area) + i]);
            var (red, green, blue) = YCbCr.Color(y, cb, cr);
            mixed[i] = Math.Clamp(red, 0, 1);
            mixed[area + i] = Math.Clamp(green, 0, 1);
            mixed[(2 * area) + i] = Math.Clamp(blue, 0, 1);
        }

        return Picture.Own(luminance.Size, mixed);
    }

    /// <summary>One picture where the mask is 1, another where it is 0, and their mean by the mask between.</summary>
    /// <param name="masked">The picture where the mask is 1.</param>
    /// <param name="other">The picture where it is 0; of the same size.</param>
    /// <param name="mask">[Height, Width], 0 to 1.</param>
    public static Picture Mix(Picture masked, Picture other, ReadOnlySpan<float> mask)
    {
        CheckSizes(masked, other);
        var ones = masked.Planes.Span;
        var zeros = other.Planes.Span;
        var mixed = new float[ones.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            var share = mask[i % mask.Length];
            mixed[i] = (share * ones[i]) + ((1 - share) * zeros[i]);
        }

        return Picture.Own(masked.Size, mixed);
    }

    private static void CheckSizes(Picture first, Picture second)
    {
        if (first.Size != second.Size)
            throw new ArgumentException($"The pictures must have one size; they have {first.Size} and {second.Size} pixels.");
    }
}
