namespace NeuralStyle.Plan.Reports.Html;

/// <summary>
/// Writes an image as the text of an inert element, base64, piece by piece: a browser neither decodes it nor runs it before the page's
/// script asks for it.
/// </summary>
internal static class ImageBlock
{
    // A multiple of three, so that only the last piece is padded.
    private const int PieceBytes = 24 * 1024;

    private static readonly string[] MediaTypes = ["image/png", "image/jpeg", "image/webp"];

    /// <summary>Writes the block.</summary>
    /// <param name="key">Its name, unique in the page.</param>
    /// <param name="image">The image.</param>
    /// <param name="html">Where to.</param>
    /// <exception cref="ArgumentException">The media type is none that the page shows; SVG, for one, could carry scripts.</exception>
    public static void Write(string key, ReportImage image, HtmlWriter html)
    {
        if (!MediaTypes.Contains(image.MediaType))
            throw new ArgumentException($"The media type '{image.MediaType}' can't be shown; allowed: {string.Join(", ", MediaTypes)}.", nameof(image));

        html.Open("script", ("type", "text/plain"), ("data-image", key), ("data-media", image.MediaType));
        var characters = new char[PieceBytes / 3 * 4];
        for (var start = 0; start < image.Bytes.Length; start += PieceBytes)
        {
            var piece = image.Bytes.Span[start..Math.Min(start + PieceBytes, image.Bytes.Length)];
            Convert.TryToBase64Chars(piece, characters, out var written);
            html.Markup(characters.AsSpan(0, written));
        }

        html.Close("script").Line();
    }
}
