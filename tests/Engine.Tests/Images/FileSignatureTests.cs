using System.Text;
using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("jpeg", nameof(ImageFormat.Jpeg))]
    [InlineData("png", nameof(ImageFormat.Png))]
    [InlineData("webp", nameof(ImageFormat.WebP))]
    [InlineData("tiff", nameof(ImageFormat.Tiff))]
    public void Identify_AllowedFormat_NamesIt(string format, string expected) => Assert.Equal(expected,
        FileSignature.Identify(TestFiles.Save(TestFiles.Plain(Enums.Interpretation.Srgb, 1, 2, 3), format)).ToString());

    [Theory]
    [InlineData("RIFF....WAVE")]
    [InlineData("RIFF")]
    [InlineData("II")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void Identify_Other_IsNull(string text) => Assert.Null(FileSignature.Identify(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("GIF89a", "GIF")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("  \n<svg xmlns='x'/>", "SVG")]
    [InlineData("<?xml version='1.0'?><svg/>", "XML, perhaps SVG")]
    [InlineData("<!DOCTYPE html>", "HTML")]
    [InlineData("....ftypavif", "AVIF")]
    [InlineData("....ftypheic", "HEIF or a video")]
    [InlineData("BM....", "BMP")]
    [InlineData("12", "unknown, beginning with the bytes 3132")]
    public void Describe_Other_SaysWhatItLooksLike(string text, string expected) =>
        Assert.Equal(expected, FileSignature.Describe(Encoding.ASCII.GetBytes(text)));
}
