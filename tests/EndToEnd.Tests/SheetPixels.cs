using NeuralStyle.Engine.Images;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>Finds images within a sheet by their pixels, knowing nothing of how it was laid out.</summary>
internal sealed class SheetPixels(byte[] sheet)
{
    private readonly Picture _sheet = new ImageReader().Read("sheet", sheet);

    /// <summary>Places where every pixel of the image stands in the sheet.</summary>
    public IReadOnlyList<(int X, int Y)> Find(byte[] png)
    {
        var image = new ImageReader().Read("image", png);
        var places = new List<(int X, int Y)>();
        for (var y = 0; y <= _sheet.Height - image.Height; y++)
        {
            for (var x = 0; x <= _sheet.Width - image.Width; x++)
            {
                if (StandsAt(image, x, y))
                    places.Add((x, y));
            }
        }

        return places;
    }

    /// <summary>Whether some pixel of a rectangle is not as light as paper.</summary>
    public bool HasInk(int x, int y, int width, int height) =>
        Enumerable.Range(0, width * height).Any(i => _sheet.At(1, x + (i % width), y + (i / width)) < 0.6f);

    private bool StandsAt(Picture image, int x, int y)
    {
        // Most places differ at the first pixel.
        for (var row = 0; row < image.Height; row++)
        {
            for (var column = 0; column < image.Width; column++)
            {
                for (var channel = 0; channel < Picture.Channels; channel++)
                {
                    if (_sheet.At(channel, x + column, y + row) != image.At(channel, column, row))
                        return false;
                }
            }
        }

        return true;
    }
}
