namespace NetVips.Interop;

/// <summary>Makes images of constants, of the size and format of another image, and disposes of them.</summary>
internal sealed class Constants(Image matchImage) : IDisposable
{
    private readonly List<Image> _made = [];

    internal Image[] ImagesOf(Array values) => values.Cast<object>().Select(ImageOf).ToArray();

    internal Image ImageOf(object value)
    {
        if (value is Image image)
            return image;
        double[] numbers = value switch
        {
            double number => [number],
            int number => [number],
            double[] many => many,
            int[] many => Array.ConvertAll(many, number => (double)number),
            _ => throw new ArgumentException($"A {value?.GetType().ToString() ?? "null"} cannot stand for an image."),
        };
        using var black = Image.Black(1, 1);
        using var colored = black + numbers;
        using var pixel = colored.Cast(matchImage.Format);
        using var filled = pixel.Embed(0, 0, matchImage.Width, matchImage.Height, extend: Enums.Extend.Copy);
        var made = filled.Copy(interpretation: matchImage.Interpretation, xres: matchImage.Xres, yres: matchImage.Yres,
            xoffset: matchImage.Xoffset, yoffset: matchImage.Yoffset);
        _made.Add(made);
        return made;
    }

    public void Dispose()
    {
        foreach (var image in _made)
            image.Dispose();
    }
}
