using System.Buffers.Binary;
using System.Text;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Tests.Stylization;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class PngTextTests
{
    private const string Keyword = "neuralstyle-test";

    private static readonly byte[] Png = ImageWriter.Png(TestPictures.Waves());

    // What libpng and its kin must not stumble over: quotes, other alphabets, line ends, a character of two UTF-16 units.
    private const string Text = "{\"name\":\"Tübingen – 星月夜\",\n\"x\":\"𝄞\"}";

    [Fact]
    public void Read_TextThatWasWritten_GivesItBackAndThePixelsAreTheSame()
    {
        var file = PngText.With(Png, Keyword, Text);

        Assert.Equal(Text, PngText.Read("a.png", file, Keyword));
        Assert.Null(PngText.Read("a.png", file, "neuralstyle-tes"));
        Assert.Null(PngText.Read("a.png", Png, Keyword));
        var reader = new ImageReader();
        Assert.Equal(reader.Read("a.png", Png).Planes.ToArray(), reader.Read("a.png", file).Planes.ToArray());
    }

    [Fact]
    public void With_SameTextTwice_GivesTheSameBytes() => Assert.Equal(PngText.With(Png, Keyword, Text), PngText.With(Png, Keyword, Text));

    [Fact]
    public void With_KnownText_IsTheChunkOfTheSpecification()
    {
        var file = PngText.With(Png, "k", "é");

        // After the signature and the header of 25 bytes: length, type, keyword and NUL, not compressed, two empty names, text.
        byte[] content = [(byte)'k', 0, 0, 0, 0, 0, 0xC3, 0xA9];
        Assert.Equal([0, 0, 0, 8, .. "iTXt"u8, .. content], file[33..(33 + 16)]);
        // zlib.crc32(b'iTXtk\0\0\0\0\0\xc3\xa9') of Python.
        Assert.Equal(0xC3994919, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(33 + 16)));
    }

    [Fact]
    public void With_TwoKeywords_KeepsBoth()
    {
        var file = PngText.With(PngText.With(Png, "one", "1"), "two", "2");

        Assert.Equal(("1", "2"), (PngText.Read("a.png", file, "one"), PngText.Read("a.png", file, "two")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("ümlaut")]
    public void With_BadKeyword_ThrowsNamingIt(string keyword)
    {
        var exception = Assert.Throws<ArgumentException>(() => PngText.With(Png, keyword, Text));

        Assert.Contains($"'{keyword}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_TextThereAlreadyOrTooLongOrWithNul_Throws()
    {
        Assert.Throws<ArgumentException>(() => PngText.With(PngText.With(Png, Keyword, "1"), Keyword, "2"));
        Assert.Throws<ArgumentException>(() => PngText.With(Png, Keyword, new string('a', PngText.MaxBytes + 1)));
        Assert.Throws<ArgumentException>(() => PngText.With(Png, Keyword, "a\0b"));
    }

    [Fact]
    public void Read_LongestText_LibvipsStillOpensTheFile()
    {
        var file = PngText.With(Png, Keyword, new string('a', PngText.MaxBytes));

        Assert.Equal(PngText.MaxBytes, PngText.Read("a.png", file, Keyword)!.Length);
        Assert.Equal(48, new ImageReader().Read("a.png", file).Width);
    }

    [Fact]
    public void Read_HostileChunks_SaysWhatIsWrong()
    {
        var two = Insert(PngText.With(Png, Keyword, "1"), Content("2"));
        var compressed = Insert(Png, [.. Key(), 1, 0, 0, 0, 9]);
        var cut = Insert(Png, [.. Key(), 0, 0, (byte)'e', (byte)'n']);
        var empty = Insert(Png, Key());
        var latin = Insert(Png, [.. Key(), 0, 0, 0, 0, 0xE9]);
        var large = Insert(Png, [.. Key(), 0, 0, 0, 0, .. new byte[PngText.MaxBytes + 1]]);
        var damaged = PngText.With(Png, Keyword, Text);
        damaged[60] ^= 1;

        Assert.Contains("two texts", Problem(two), StringComparison.Ordinal);
        Assert.Contains("compressed", Problem(compressed), StringComparison.Ordinal);
        Assert.Contains("cut off", Problem(cut), StringComparison.Ordinal);
        Assert.Contains("compressed", Problem(empty), StringComparison.Ordinal);
        Assert.Contains("not UTF-8 at byte 0", Problem(latin), StringComparison.Ordinal);
        Assert.Contains($"{PngText.MaxBytes + 1} bytes; allowed are {PngText.MaxBytes}", Problem(large), StringComparison.Ordinal);
        Assert.Contains("does not have its checksum", Problem(damaged), StringComparison.Ordinal);
        Assert.Contains("ends at byte 40", Problem(damaged[..40]), StringComparison.Ordinal);
        Assert.Contains("is no PNG, which alone carries texts: it is Jpeg", Problem(ImageWriter.Jpeg(TestPictures.Waves())), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ChunkAfterTheEnd_IsNobodys() => Assert.Null(PngText.Read("a.png", [.. Png, .. Chunk(Content("late"))], Keyword));

    private static string Problem(byte[] file) => Assert.Throws<ImageException>(() => PngText.Read("a.png", file, Keyword)).Message;

    private static byte[] Key() => [.. Encoding.ASCII.GetBytes(Keyword), 0];

    private static byte[] Content(string text) => [.. Key(), 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Insert(byte[] png, byte[] content) => [.. png[..33], .. Chunk(content), .. png[33..]];

    private static byte[] Chunk(byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        "iTXt"u8.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), PngChecksum.Of(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }
}
