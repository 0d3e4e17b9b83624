namespace NeuralStyle.Plan.Reports.Html;

/// <summary>Writes an image as a data URI, piece by piece, so that large ones are not held twice in memory.</summary>
internal static class DataUri
{
    // A multiple of three, so that only the last piece is padded.
    private const int PieceBytes = 24 * 1024;

    private static readonly string[] MediaTypes = ["image/png", "image/jpeg", "image/webp"];

    /// <summary>Writes the URI.</summary>
    /// <exception cref="ArgumentException">The media type is none that the page shows; SVG, for one, could carry scripts.</exception>
    public static void Write(ReportImage image, TextWriter output)
    {
        if (!MediaTypes.Contains(image.MediaType))
            throw new ArgumentException($"The media type '{image.MediaType}' can't be shown; allowed: {string.Join(", ", MediaTypes)}.", nameof(image));

        output.Write("data:");
        output.Write(image.MediaType);
        output.Write(";base64,");
        var characters = new char[PieceBytes / 3 * 4];
        for (var start = 0; start < image.Bytes.Length; start += PieceBytes)
        {
            var piece = image.Bytes.Span[start..Math.Min(start + PieceBytes, image.Bytes.Length)];
            Convert.TryToBase64Chars(piece, characters, out var written);
            output.Write(characters, 0, written);
        }
    }
}
