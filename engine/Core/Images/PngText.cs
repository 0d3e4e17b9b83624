using System.Buffers.Binary;
using System.Text;

namespace NeuralStyle.Engine.Images;

/// <summary>
/// Texts in the metadata of PNG files, as iTXt chunks of UTF-8 (PNG specification, 11.3.3.4). libvips writes only Latin-1, and how it does
/// depends on its version; this gives the same bytes everywhere. The pixels stay as they are.
/// </summary>
public static class PngText
{
    /// <summary>The longest text, bytes of UTF-8: what libpng, with its default limits, still opens with room to spare.</summary>
    public const int MaxBytes = 1 << 20;

    // Keyword, two bytes that say "not compressed", an empty language and an empty translation of the keyword.
    private const int LongestKeyword = 79;
    private const int NotCompressed = 0;

    private const int SignatureLength = 8;
    private const int FrameLength = 12;
    private const int TypeOffset = 4;
    private const int ContentOffset = 8;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same file with a text in it, right after its header.</summary>
    /// <param name="png">A whole PNG.</param>
    /// <param name="keyword">What the text is found by: 1 to 79 printable ASCII letters.</param>
    /// <param name="text">The text, at most <see cref="MaxBytes"/> of UTF-8, without NUL.</param>
    /// <exception cref="ArgumentException">One of them is not as said, or the file has such a text already.</exception>
    public static byte[] With(ReadOnlySpan<byte> png, string keyword, string text)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        ArgumentNullException.ThrowIfNull(text);
        if (keyword.Length is 0 or > LongestKeyword || keyword.Any(letter => letter is < '!' or > '~'))
            throw new ArgumentException($"'{keyword}' is no keyword; allowed are 1 to {LongestKeyword} printable ASCII letters without spaces.", nameof(keyword));
        if (text.Contains('\0'))
            throw new ArgumentException("The text has a NUL; a PNG can't carry it.", nameof(text));
        var bytes = Strict.GetBytes(text);
        if (bytes.Length > MaxBytes)
            throw new ArgumentException($"The text has {bytes.Length} bytes; allowed are {MaxBytes}.", nameof(text));
        if (Read("image", png, keyword) is not null)
            throw new ArgumentException($"The file has a text '{keyword}' already.", nameof(png));

        var header = SignatureLength + FrameLength + (int)BinaryPrimitives.ReadUInt32BigEndian(png[SignatureLength..]);
        return [.. png[..header], .. Chunk([.. Encoding.ASCII.GetBytes(keyword), 0, NotCompressed, 0, 0, 0, .. bytes]), .. png[header..]];
    }

    /// <summary>A text of a file.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="png">The content of the file.</param>
    /// <param name="keyword">What the text is found by.</param>
    /// <returns>The text; null where the file has none.</returns>
    /// <exception cref="ImageException">
    /// It is no whole PNG, or its text is there twice, compressed, too long, or not UTF-8: nothing that <see cref="With"/> wrote.
    /// </exception>
    public static string? Read(string name, ReadOnlySpan<byte> png, string keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        var format = FileSignature.Identify(png);
        if (format != ImageFormat.Png)
            throw new ImageException($"'{name}' is no PNG, which alone carries texts: it is {format?.ToString() ?? FileSignature.Describe(png)}.");
        if (PngIntegrity.Problem(png) is { } problem)
            throw new ImageException($"The PNG '{name}' is damaged or truncated: {problem}.");

        byte[] start = [.. Encoding.ASCII.GetBytes(keyword), 0];
        string? found = null;
        for (var place = SignatureLength; place < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png[place..]);
            var content = png.Slice(place + ContentOffset, length);
            if (png.Slice(place + TypeOffset, 4).SequenceEqual("iTXt"u8) && content.StartsWith(start))
            {
                if (found is not null)
                    throw new ImageException($"The PNG '{name}' has two texts '{keyword}'; allowed is one.");
                found = TextOf(name, keyword, content[start.Length..]);
            }

            // What stands after the end is nobody's.
            if (png.Slice(place + TypeOffset, 4).SequenceEqual("IEND"u8))
                break;
            place += FrameLength + length;
        }

        return found;
    }

    private static string TextOf(string name, string keyword, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != NotCompressed)
            throw new ImageException($"The text '{keyword}' of the PNG '{name}' is compressed, which we never write; another program changed the file.");
        var (language, translation) = (End(rest, 2), 0);
        if (language >= 0)
            translation = End(rest, language + 1);
        if (language < 0 || translation < 0)
            throw new ImageException($"The text '{keyword}' of the PNG '{name}' is cut off: its head has no end.");
        var text = rest[(translation + 1)..];
        if (text.Length > MaxBytes)
            throw new ImageException($"The text '{keyword}' of the PNG '{name}' has {text.Length} bytes; allowed are {MaxBytes}.");
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ImageException($"The text '{keyword}' of the PNG '{name}' is not UTF-8 at byte {exception.Index}.", exception);
        }
    }

    private static int End(ReadOnlySpan<byte> bytes, int from)
    {
        var end = bytes[from..].IndexOf((byte)0);
        return end < 0 ? -1 : from + end;
    }

    private static byte[] Chunk(byte[] content)
    {
        var chunk = new byte[FrameLength + content.Length];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)content.Length);
        "iTXt"u8.CopyTo(chunk.AsSpan(TypeOffset));
        content.CopyTo(chunk, ContentOffset);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(ContentOffset + content.Length), PngChecksum.Of(chunk.AsSpan(TypeOffset, 4 + content.Length)));
        return chunk;
    }
}
