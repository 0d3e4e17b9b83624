using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Engine.Sheets.Strips;

namespace NeuralStyle.Engine.Tests.Sheets;

public sealed class FilmStripTests
{
    [Fact]
    public void Paint_FramesInAnyOrder_AreShownByEvaluationAndTheResultLast()
    {
        var (first, second, final) = (SheetImages.Noise(120, 90, 1), SheetImages.Noise(120, 90, 2), SheetImages.Noise(120, 90, 3));

        var strip = SheetImages.Decode(FilmStrip.Paint([(20, second), (3, first)], final));

        var layout = StripLayout.Of(new PixelSize(120, 90), 3, string.Empty, new TextSetter());
        Assert.Equal((layout.Size.Width, layout.Size.Height), (strip.Width, strip.Height));
        foreach (var (png, index) in ((byte[], int)[])[(first, 0), (second, 1), (final, 2)])
        {
            var (x, y) = layout.Place(index);
            Assert.Equal(SheetImages.Decode(png).Rgb, strip.Area(x, y, 120, 90));
        }
    }

    [Fact]
    public void Paint_Labels_StandBelowEachFrame()
    {
        var strip = SheetImages.Decode(FilmStrip.Paint([(7, SheetImages.Noise(120, 90, 1))]));

        var layout = StripLayout.Of(new PixelSize(120, 90), 1, string.Empty, new TextSetter());
        var (x, y) = layout.Place(0);
        var below = strip.Area(x, y + 90, 120, layout.Size.Height - y - 90).Chunk(3).ToList();
        Assert.Contains(below, pixel => pixel[0] < 160);
    }

    [Fact]
    public void Paint_SmallerFrame_IsEnlargedToTheOthersSize()
    {
        var red = ImageWriter.Png(new Picture(30, 20, [.. Enumerable.Repeat(1f, 600), .. new float[1200]]));

        var strip = SheetImages.Decode(FilmStrip.Paint([(1, red), (2, SheetImages.Noise(150, 100, 2))]));

        var (x, y) = StripLayout.Of(new PixelSize(150, 100), 2, string.Empty, new TextSetter()).Place(0);
        Assert.All(strip.Area(x, y, 150, 100).Chunk(3), pixel => Assert.Equal<byte>([255, 0, 0], pixel));
    }

    [Fact]
    public void Paint_DamagedFrame_IsToldAndTheOthersAreShown()
    {
        var good = SheetImages.Noise(120, 90, 4);

        var strip = SheetImages.Decode(FilmStrip.Paint([(1, [1, 2, 3]), (2, good)]));

        var layout = StripLayout.Of(new PixelSize(120, 90), 2, string.Empty, new TextSetter());
        Assert.Equal((Ink.FailedTint.Red, Ink.FailedTint.Green, Ink.FailedTint.Blue), strip.At(layout.Place(0).X + 100, layout.Place(0).Y + 80));
        Assert.Equal(SheetImages.Decode(good).Rgb, strip.Area(layout.Place(1).X, layout.Place(1).Y, 120, 90));
    }

    [Fact]
    public void Paint_MoreThanFit_ShowsEvenlySpacedOnesWithFirstAndLast()
    {
        // Each frame is of its own gray, darker with each evaluation.
        var frames = Enumerable.Range(1, 501).Select(number => (number, Gray(1 - (number / 510f)))).ToList();

        var strip = SheetImages.Decode(FilmStrip.Paint(frames));

        var layout = StripLayout.Of(new PixelSize(8, 6), FilmStrip.MostFrames, string.Empty, new TextSetter());
        Assert.Equal((layout.Size.Width, layout.Size.Height), (strip.Width, strip.Height));
        var shown = Enumerable.Range(0, FilmStrip.MostFrames).Select(index => strip.At(layout.Place(index).X + 2, layout.Place(index).Y + 2).Red).ToList();
        Assert.Equal(shown.OrderDescending(), shown);
        Assert.Equal([(byte)(255 * (1 - (1 / 510f)) + 0.5f), (byte)(255 * (1 - (501 / 510f)) + 0.5f)], [shown[0], shown[^1]]);
    }

    [Fact]
    public void Paint_NoFrame_Throws() => Assert.Throws<ArgumentException>(() => FilmStrip.Paint([]));

    [Theory]
    [InlineData(512, 384, 1)]
    [InlineData(512, 384, 26)]
    [InlineData(2048, 2048, 101)]
    [InlineData(48, 36, 300)]
    [InlineData(4096, 32, 300)]
    [InlineData(32, 4096, 300)]
    [InlineData(32, 4096, 1)]
    public void StripLayout_AnyFrames_StaysWithinTheLimits(int width, int height, int count)
    {
        var layout = StripLayout.Of(new PixelSize(width, height), count, "A title", new TextSetter());

        Assert.InRange(layout.Size.Width, 1, 4000);
        Assert.InRange((long)layout.Size.Width * layout.Size.Height, 1, 20_000_000);
        Assert.Equal(count, Enumerable.Range(0, count).Select(layout.Place).Distinct().Count());
        Assert.All(Enumerable.Range(0, count).Select(layout.Place), place =>
        {
            Assert.InRange(place.X, 0, layout.Size.Width - layout.Frame.Width);
            Assert.InRange(place.Y, 0, layout.Size.Height - layout.Frame.Height);
        });
    }

    [Fact]
    public void Thumbnail_ImageWithTheProfileThatWeWrite_IsAsWithoutIt()
    {
        var without = SheetImages.Noise(300, 200, 6);
        var with = ImageWriter.Png(new ImageReader().Read("a", without));

        Assert.Equal(
            CellPicture.Thumbnail(without, new PixelSize(90, 60)).Rgb, CellPicture.Thumbnail(with, new PixelSize(90, 60)).Rgb);
    }

    private static byte[] Gray(float value) => ImageWriter.Png(new Picture(8, 6, [.. Enumerable.Repeat(value, 3 * 48)]));
}
