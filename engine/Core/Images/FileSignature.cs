using System.Text;

namespace NeuralStyle.Engine.Images;

/// <summary>Tells file formats apart by their first bytes, whatever the file is called.</summary>
internal static class FileSignature
{
    private const int ShownBytes = 8;

    /// <summary>The format of an image that the engine reads; null for anything else.</summary>
    internal static ImageFormat? Identify(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return ImageFormat.Jpeg;
        if (bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return ImageFormat.Png;
        if (bytes.StartsWith("RIFF"u8) && HasAt(bytes, 8, "WEBP"u8))
            return ImageFormat.WebP;
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8))
            return ImageFormat.Tiff;
        return null;
    }

    /// <summary>What bytes that <see cref="Identify"/> does not know seem to be, for a message.</summary>
    internal static string Describe(ReadOnlySpan<byte> bytes) => Name(bytes) ?? $"unknown, beginning with the bytes {Show(bytes)}";

    private static string? Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("GIF8"u8))
            return "GIF";
        if (bytes.StartsWith("BM"u8))
            return "BMP";
        if (bytes.StartsWith("%PDF"u8))
            return "PDF";
        if (bytes.StartsWith("8BPS"u8))
            return "Photoshop";
        if (HasAt(bytes, 4, "ftypavif"u8))
            return "AVIF";
        if (HasAt(bytes, 4, "ftyp"u8))
            return "HEIF or a video";
        if (bytes.StartsWith<byte>([0xFF, 0x0A]) || HasAt(bytes, 4, "JXL "u8))
            return "JPEG XL";
        return Text(bytes) switch
        {
            var text when text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase) => "SVG",
            var text when text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) => "XML, perhaps SVG",
            var text when text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) => "HTML",
            _ => null,
        };
    }

    private static bool HasAt(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<byte> mark) =>
        bytes.Length >= start + mark.Length && bytes[start..].StartsWith(mark);

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 64)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

    private static string Show(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes[..Math.Min(bytes.Length, ShownBytes)]);
}
