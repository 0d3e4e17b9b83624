using NetVips;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>A file that was sound before it was changed.</summary>
/// <param name="Name">What was done to it.</param>
/// <param name="Bytes">The file.</param>
/// <param name="MayBeRead">Whether a reader may make something of it all the same.</param>
internal sealed record Malformed(string Name, byte[] Bytes, bool MayBeRead = false)
{
    /// <summary>All of them, the same each time.</summary>
    internal static IEnumerable<Malformed> All() => [.. MalformedPng.All(), .. MalformedJpeg.All(), .. MalformedWebP.All(), .. MalformedTiff.All()];

    /// <summary>A picture of some structure, in a format.</summary>
    internal static byte[] Sound(string format)
    {
        var image = TestFiles.Bytes(48, 32, Enums.Interpretation.Srgb, (x, y) => [(byte)(5 * x), (byte)(7 * y), (byte)(x * y)]);
        return TestFiles.Save(image, format);
    }

    /// <summary>The file with bytes put in place of others.</summary>
    internal static byte[] With(byte[] file, int at, params byte[] bytes) => [.. file[..at], .. bytes, .. file[(at + bytes.Length)..]];

    /// <summary>An EXIF block (TIFF within) whose only directory leads back to itself, and whose orientation is garbage.</summary>
    internal static byte[] LoopingExif() => new TiffParts(0, 0) { Next = here => here, More = [(274, 3, 1, 0xFFFF), (34_665, 4, 1, 16), (34_853, 4, 1, 16)] }.ToArray();
}
