namespace NeuralStyle.Engine.Images;

/// <summary>
/// Brings each channel of a picture to the histogram of another's, without bins: a value whose rank is the share q of all pixels becomes
/// the other picture's value of rank q, between two of them by linear interpolation. Equal values have their middle rank and stay equal.
/// </summary>
internal static class HistogramMatch
{
    /// <summary>The matched picture, of the size of <paramref name="picture"/>.</summary>
    /// <param name="picture">The picture to change.</param>
    /// <param name="target">The picture whose histograms it gets; of any size.</param>
    public static Picture Of(Picture picture, Picture target)
    {
        var area = picture.Width * picture.Height;
        var matched = new float[Picture.Channels * area];
        for (var channel = 0; channel < Picture.Channels; channel++)
            Match(picture.Plane(channel), target.Plane(channel), matched.AsSpan(channel * area, area));
        return Picture.Own(picture.Size, matched);
    }

    private static void Match(ReadOnlySpan<float> values, ReadOnlySpan<float> target, Span<float> matched)
    {
        var (sorted, places, wanted) = (values.ToArray(), new int[values.Length], target.ToArray());
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        Array.Sort(sorted, places);
        Array.Sort(wanted);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
                end++;
            var value = AtRank(wanted, (start + end) / (2.0 * sorted.Length));
            for (; start < end; start++)
                matched[places[start]] = value;
        }
    }

    // The k-th of n values, from 0, has the rank (k + 1/2) / n.
    private static float AtRank(float[] sorted, double rank)
    {
        var position = Math.Clamp((rank * sorted.Length) - 0.5, 0, sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (float)(sorted[below] + ((position - below) * (sorted[above] - sorted[below])));
    }
}
