using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class OutputPictureTests
{
    private static readonly Picture Computed = TestPictures.Stripes();

    private static readonly TrialPictures Pictures = new() { Content = TestPictures.Waves(96, 72), Styles = [TestPictures.Stripes()] };

    private readonly WeightsLibrary _weights = new(null);

    [Fact]
    public void Of_NoControls_IsWhatWasComputed() => Assert.Same(Computed, Of(TestTrials.Parameters));

    [Fact]
    public void Of_Coral_IsWhatWasComputed() => Assert.Same(Computed, Of(TestTrials.Parameters with { Color = ColorMode.Coral }));

    [Fact]
    public void Of_Luminance_HasTheResultsLuminanceAndTheContentsChroma()
    {
        // A gray of 0.5 can have any chroma of softened waves.
        var soft = new Picture(96, 72, [.. Pictures.Content.Planes.ToArray().Select(value => 0.5f + (0.4f * (value - 0.5f)))]);
        var gray = new Picture(48, 36, [.. Enumerable.Repeat(0.5f, 3 * 48 * 36)]);

        var saved = Of(TestTrials.Parameters with { Color = ColorMode.Luminance }, Pictures with { Content = soft }, gray);

        var content = soft.Resize(48, 36);
        foreach (var (x, y) in ((int, int)[])[(3, 4), (20, 30), (47, 0)])
        {
            var (red, green, blue) = (saved.At(0, x, y), saved.At(1, x, y), saved.At(2, x, y));
            Assert.Equal(0.5, (0.299 * red) + (0.587 * green) + (0.114 * blue), 1e-5);
            Assert.Equal(Cb(content, x, y), Cb(saved, x, y), 1e-5);
            Assert.Equal(Cr(content, x, y), Cr(saved, x, y), 1e-5);
        }
    }

    [Fact]
    public void Of_Histogram_HasTheContentsHistogramAndTheResultsOrder()
    {
        // No two values alike, so that each has a rank of its own.
        var computed = new Picture(48, 36, UniformNoise.Values(3, 3 * 48 * 36));

        var saved = Of(TestTrials.Parameters with { Color = ColorMode.Histogram }, computed: computed);

        var content = Pictures.Content.Resize(48, 36);
        for (var channel = 0; channel < 3; channel++)
        {
            var (wanted, found) = (content.Plane(channel).ToArray(), saved.Plane(channel).ToArray());
            var order = Enumerable.Range(0, found.Length).OrderBy(i => computed.Plane(channel)[i]).ToArray();
            Assert.Equal(order.Select(i => found[i]).Order(), order.Select(i => found[i]));
            Array.Sort(wanted);
            Array.Sort(found);
            Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        }
    }

    [Fact]
    public void Of_ColorMask_KeepsColorsWhereItIsWhite()
    {
        var mask = new Picture(48, 36, [.. Enumerable.Range(0, 3 * 48 * 36).Select(i => (i % 48) switch { < 16 => 1f, < 32 => 0.5f, _ => 0f })]);
        var parameters = TestTrials.Parameters with { Color = ColorMode.Luminance };
        var everywhere = Of(parameters);

        var saved = Of(parameters, Pictures with { ColorMask = mask });

        for (var channel = 0; channel < 3; channel++)
        {
            Assert.Equal(everywhere.At(channel, 5, 9), saved.At(channel, 5, 9), 1e-6f);
            Assert.Equal((everywhere.At(channel, 20, 9) + Computed.At(channel, 20, 9)) / 2, saved.At(channel, 20, 9), 1e-6f);
            Assert.Equal(Computed.At(channel, 40, 9), saved.At(channel, 40, 9), 1e-6f);
        }
    }

    [Fact]
    public void Of_OutputSizeContent_HasTheContentsOwnSize()
    {
        var saved = Of(TestTrials.Parameters with { OutputSize = OutputSize.Content, Color = ColorMode.Luminance });

        Assert.Equal(new PictureSize(96, 72), saved.Size);
        Assert.Equal(Cr(Pictures.Content, 40, 50), Cr(saved, 40, 50), 0.02);
    }

    [Fact]
    public void Of_AlphaKeep_HasTheContentsTransparencyAtItsSize()
    {
        var alpha = Enumerable.Range(0, 96 * 72).Select(i => i % 96 < 48 ? 0f : 1f).ToArray();
        var pictures = Pictures with { Content = Pictures.Content.WithAlpha(alpha) };

        var saved = Of(TestTrials.Parameters with { Alpha = AlphaMode.Keep }, pictures);

        Assert.Equal(Computed.Planes.ToArray(), saved.Planes.ToArray());
        Assert.Equal([0f, 1f], [saved.Alpha!.Value.Span[10], saved.Alpha!.Value.Span[40]]);
        Assert.Null(Of(TestTrials.Parameters, pictures).Alpha);
    }

    [Fact]
    public void Of_AlphaKeepOfAnOpaqueContent_IsOpaque() => Assert.Null(Of(TestTrials.Parameters with { Alpha = AlphaMode.Keep }).Alpha);

    private Picture Of(TrialParameters parameters, TrialPictures? pictures = null, Picture? computed = null) =>
        OutputPicture.Of(TestTrials.Of(parameters, _weights), pictures ?? Pictures, computed ?? Computed);

    // As ITU-R BT.601 says: differences to luminance, over twice what is left of it.
    private static double Cb(Picture picture, int x, int y) => (picture.At(2, x, y) - Luminance(picture, x, y)) / (2 * (1 - 0.114));

    private static double Cr(Picture picture, int x, int y) => (picture.At(0, x, y) - Luminance(picture, x, y)) / (2 * (1 - 0.299));

    private static double Luminance(Picture picture, int x, int y) =>
        (0.299 * picture.At(0, x, y)) + (0.587 * picture.At(1, x, y)) + (0.114 * picture.At(2, x, y));
}
