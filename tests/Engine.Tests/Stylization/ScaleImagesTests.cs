using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class ScaleImagesTests : IDisposable
{
    private static readonly TrialPictures Pictures = new()
    {
        Content = TestPictures.Waves(96, 64),
        Styles = [TestPictures.Stripes(80, 40)],
    };

    private readonly WeightsLibrary _weights = new(null);
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1, 48)]
    [InlineData(0.5, 24)]
    [InlineData(1.51, 72)]
    public void Style_AnyStyleScale_HasThatLongestSide(double styleScale, int side)
    {
        var images = Of(TestTrials.Parameters with { StyleScale = styleScale });

        Assert.Equal(side, images.StyleSize);
        Assert.Equal([1L, 3, side / 2, side], images.Style(0).shape);
    }

    [Fact]
    public void Content_Scale_HasTheImagesSize()
    {
        var images = Of(TestTrials.Parameters, scale: 36);

        Assert.Equal((new PictureSize(36, 24), 24, 36), (images.Size, images.Height, images.Width));
        Assert.Equal([1L, 3, 24, 36], images.Content.shape);
    }

    [Fact]
    public void Content_Texture_IsNone()
    {
        var parameters = TestTrials.Parameters with { Mode = TrialMode.Texture, Init = InitMode.Noise, TextureSize = new TextureSize(96, 64) };

        var images = Of(parameters, scale: 24);

        Assert.Equal(new PictureSize(48, 32), images.Size);
        Assert.Throws<InvalidOperationException>(() => images.Content);
    }

    [Fact]
    public void Style_Coral_HasTheContentsMeanAndCovariance()
    {
        // Colors well within 0..1, so that nothing is clamped, and of covariances that do not commute.
        var pictures = Pictures with { Content = Softened(TestPictures.Waves(96, 64)), Styles = [TestPictures.Waves(80, 40, 30)] };

        var images = Of(TestTrials.Parameters with { Color = ColorMode.Coral }, pictures: pictures);

        var expected = ColorStatistics.Of(ImageTensor.ToPicture(images.Content));
        var actual = ColorStatistics.Of(ImageTensor.ToPicture(images.Style(0)));
        Assert.All(expected.Mean.Zip(actual.Mean), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(expected.Covariance.Zip(actual.Covariance), pair => Assert.Equal(pair.First, pair.Second, 2e-5));
    }

    [Fact]
    public void StyleTreatment_Coral_NamesContentAndScale()
    {
        Assert.Empty(Of(TestTrials.Parameters).StyleTreatment(0));
        Assert.Equal($"coral {new string('c', 64)} 36", Of(TestTrials.Parameters with { Color = ColorMode.Coral }, scale: 36).StyleTreatment(0));
    }

    [Fact]
    public void Masks_Pictures_AreLuminanceAtTheImagesSize()
    {
        // Left half white, right half of a gray and then black; twice as large as the image.
        var mask = new Picture(96, 64, [.. Enumerable.Range(0, 3 * 96 * 64).Select(i => (i % 96) switch { < 48 => 1f, < 72 => 0.4f, _ => 0f })]);

        var images = Of(TestTrials.Parameters, pictures: Pictures with { StyleMasks = [mask], ContentMask = mask });

        foreach (var tensor in (Tensor[])[images.StyleMasks[0], images.ContentMask!])
        {
            Assert.Equal([1L, 1, 32, 48], tensor.shape);
            var row = tensor.data<float>().ToArray()[..48];
            Assert.All(row[..22], value => Assert.Equal(1, value, 1e-5f));
            Assert.All(row[26..34], value => Assert.Equal(0.4f, value, 1e-5f));
            Assert.All(row[38..], value => Assert.Equal(0, value, 1e-5f));
        }
    }

    [Fact]
    public void ScaleImages_StyleTooSmallForALayerThatIsNotComputed_IsTaken()
    {
        var pictures = Pictures with { Styles = [TestPictures.Stripes(80, 2)] };
        var parameters = TestTrials.Parameters with { StyleLayers = LayerSet.Parse("relu5_1") };

        Assert.Throws<StylizationException>(() => Of(parameters, pictures: pictures).Style(0));
        Assert.NotNull(Of(parameters with { StyleWeight = 0 }, pictures: pictures).Content);
    }

    [Fact]
    public void ScaleImages_PicturesAmiss_NamesEachProblem()
    {
        var parameters = TestTrials.Parameters with
        {
            Mode = TrialMode.Texture,
            Init = InitMode.GrayContent,
            Color = ColorMode.Luminance,
            Alpha = AlphaMode.Keep,
            OutputSize = OutputSize.Content,
        };
        var mask = TestPictures.Waves(8, 8);

        var message = Assert.Throws<StylizationException>(() => Of(parameters, pictures: Pictures with { StyleMasks = [mask, mask] })).Message;

        Assert.Equal(
            "The trial and its images don't fit: it has 2 style masks for 1 style images, allowed is one each, or none; "
            + "init gray-content needs a content image, mode texture has none; "
            + "color luminance needs a content image, mode texture has none; allowed is style; "
            + "alpha keep needs a content image, mode texture has none; allowed is drop; "
            + "outputSize content needs a content image, mode texture has none; allowed is computed.",
            message);
    }

    [Fact]
    public void ScaleImages_InitImageMissing_SaysSo() => Assert.Contains(
        "init image needs an image to start from",
        Assert.Throws<StylizationException>(() => Of(TestTrials.Parameters with { Init = InitMode.Image })).Message,
        StringComparison.Ordinal);

    private ScaleImages Of(TrialParameters parameters, int scale = 48, TrialPictures? pictures = null) => new(
        TestTrials.Of(parameters, _weights), pictures ?? Pictures, new Scale(scale, 1), device("cpu"));

    private static Picture Softened(Picture picture)
    {
        float[] amplitudes = [0.35f, 0.05f, 0.2f];
        var area = picture.Width * picture.Height;
        return new Picture(picture.Width, picture.Height,
            [.. picture.Planes.ToArray().Select((value, i) => 0.5f + (amplitudes[i / area] * (value - 0.5f)))]);
    }
}
