using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class ImageWriterTests
{
    private static readonly ImageReader Reader = new();

    [Fact]
    public void Png_AllByteValues_ReadBackExactly()
    {
        var picture = new Picture(16, 16, [.. Enumerable.Range(0, 768).Select(i => (i % 256) / 255f)]);

        Assert.Equal(picture.Planes.ToArray(), Reader.Read("a.png", ImageWriter.Png(picture)).Planes.ToArray());
    }

    [Fact]
    public void Png_ValuesBetweenAndBeyond_AreRoundedAndClamped()
    {
        float[] red = [-0.5f, 1.5f, 0.49f / 255, 0.51f / 255, 254.49f / 255, float.NaN];
        var picture = new Picture(6, 1, [.. red, .. new float[12]]);

        using var image = Image.NewFromBuffer(ImageWriter.Png(picture));

        Assert.Equal([0, 255, 0, 1, 254, 0], Enumerable.Range(0, 6).Select(x => image[x, 0][0]));
        Assert.Equal((3, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb), (image.Bands, image.Format, image.Interpretation));
    }

    [Fact]
    public void Png_SamePicture_HasTheSameBytes() => Assert.Equal(ImageWriter.Png(Waves(90, 60)), ImageWriter.Png(Waves(90, 60)));

    [Fact]
    public void JpegAndWebP_GoodQuality_AreNearThePicture()
    {
        var picture = Waves(90, 60);

        PictureAssert.Near(picture, Reader.Read("a.jpg", ImageWriter.Jpeg(picture, 95)), 12);
        PictureAssert.Near(picture, Reader.Read("a.webp", ImageWriter.WebP(picture, 95)), 24);
    }

    [Fact]
    public void JpegAndWebP_LowerQuality_AreSmaller()
    {
        var picture = Waves(90, 60);

        Assert.True(ImageWriter.Jpeg(picture, 30).Length < ImageWriter.Jpeg(picture, 95).Length);
        Assert.True(ImageWriter.WebP(picture, 30).Length < ImageWriter.WebP(picture, 95).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void JpegAndWebP_QualityOutOfRange_ThrowTheValue(int quality)
    {
        Assert.Equal(quality, Assert.Throws<ArgumentOutOfRangeException>(() => ImageWriter.Jpeg(Waves(4, 4), quality)).ActualValue);
        Assert.Equal(quality, Assert.Throws<ArgumentOutOfRangeException>(() => ImageWriter.WebP(Waves(4, 4), quality)).ActualValue);
    }

    [Fact]
    public void WebP_TooWide_ThrowsTheLimit() => Assert.Contains("allowed are 16383 pixels a side",
        Assert.Throws<ImageException>(() => ImageWriter.WebP(Waves(16_384, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void WebP_AtTheLimit_IsWritten() =>
        Assert.Equal(16_383, Reader.Read("wide.webp", ImageWriter.WebP(Waves(ImageWriter.MaxWebPSidePixels, 1))).Width);

    [Fact]
    public void Jpeg_AtTheLimit_IsWritten() => Assert.Equal(65_500,
        new ImageReader(new ImageLimits { MaxSidePixels = 70_000 })
            .Read("wide.jpg", ImageWriter.Jpeg(Waves(ImageWriter.MaxJpegSidePixels, 1))).Width);

    [Fact]
    public void Thumbnail_LargePicture_HasTheLongestSide() =>
        Assert.Equal(new PictureSize(64, 43), Reader.Read("small.webp", ImageWriter.Thumbnail(Waves(300, 200), longestSide: 64)).Size);

    private static Picture Waves(int width, int height) => new(width, height,
        [.. Enumerable.Range(0, 3 * width * height).Select(i => 0.5f + (0.4f * MathF.Sin(0.05f * (i % width)) * MathF.Cos(0.002f * i)))]);
}
