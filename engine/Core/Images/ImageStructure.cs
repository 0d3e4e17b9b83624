namespace NeuralStyle.Engine.Images;

/// <summary>
/// Looks at how a file is made before the decoder of its format sees it: what asks for much more memory or time than its pixels are worth is
/// refused here.
/// </summary>
internal static class ImageStructure
{
    private const ulong Jpeg = 7;

    // What pictures are stored with. Fax codes, JPEG of TIFF 5, and formats within the format are left to others.
    private static readonly Dictionary<ulong, string> Compressions = new()
    {
        [1] = "none",
        [5] = "LZW",
        [Jpeg] = "JPEG",
        [8] = "Deflate",
        [32_773] = "PackBits",
        [32_946] = "old Deflate",
    };

    /// <summary>What is refused, to be read after "it is refused: "; empty where nothing is.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="limits">What is allowed.</param>
    internal static IEnumerable<string> Problems(ImageFormat format, ReadOnlyMemory<byte> bytes, ImageLimits limits) => format switch
    {
        ImageFormat.Png => OfPng(bytes, limits),
        ImageFormat.Jpeg => OfJpeg(bytes, limits),
        ImageFormat.Tiff => OfTiff(TiffDirectory.Of(bytes), bytes, limits),
        _ => [],
    };

    private static IEnumerable<string> OfPng(ReadOnlyMemory<byte> bytes, ImageLimits limits)
    {
        if (PngChunks.SizeOf(bytes.Span) is var (width, height))
        {
            foreach (var problem in ImageFile.SizeProblems(width, height, limits))
                yield return problem;
        }

        if (PngChunks.IsAnimated(bytes.Span))
            yield return "it is animated (APNG), allowed is one frame";
    }

    private static IEnumerable<string> OfJpeg(ReadOnlyMemory<byte> bytes, ImageLimits limits)
    {
        var scans = JpegScans.Of(bytes.Span);
        if (scans.Count > limits.MaxScans)
            yield return $"it has {scans.Count} scans, allowed are {limits.MaxScans}";

        // What has too many pixels is told so by its header.
        if (scans.GatheredBytes > ImageLimits.MaxGatheredBytes && scans.Samples <= limits.MaxDecodedBytes)
            yield return $"it is progressive or has a scan for each channel, and its coefficients take {scans.GatheredBytes} bytes, allowed are {ImageLimits.MaxGatheredBytes}";
    }

    private static IEnumerable<string> OfTiff(TiffDirectory directory, ReadOnlyMemory<byte> bytes, ImageLimits limits)
    {
        if (directory.IsLoop)
            yield return "its pages lead back to one of themselves, allowed is 1";
        else if (directory.Pages > 1)
            yield return $"it has {directory.Pages}{(directory.Pages == TiffDirectory.MostCounted ? " or more" : string.Empty)} pages, allowed is 1";
        foreach (var fault in directory.Faults)
            yield return fault;
        if (!Compressions.ContainsKey(directory.Compression))
            yield return $"its compression is number {directory.Compression}, allowed are {string.Join(", ", Compressions.Values)}";
        if (directory.TilePixels > ImageLimits.MaxTilePixels)
            yield return $"a tile of it has {directory.TilePixels} pixels, allowed are {ImageLimits.MaxTilePixels}";
        if (directory.KeptTileBytes > (ulong)limits.MaxDecodedBytes)
            yield return $"two rows of its tiles take {directory.KeptTileBytes} bytes when decoded, allowed are {limits.MaxDecodedBytes}";
        if (directory.Compression == Jpeg && ScansProblem(directory, bytes, limits) is { } problem)
            yield return problem;
    }

    // Each strip or tile is a JPEG. What they take together is bounded first, for they may lie over one another, and each is gone through.
    private static string? ScansProblem(TiffDirectory directory, ReadOnlyMemory<byte> bytes, ImageLimits limits)
    {
        var parts = directory.Parts().ToList();
        var together = parts.Sum(part => (long)part.Length);
        if (together > bytes.Length)
            return $"its {parts.Count} strips or tiles take {together} bytes, allowed are those of the file, {bytes.Length}";
        var scans = parts.Select(part => JpegScans.Of(bytes.Span.Slice(part.Start, part.Length)).Count).DefaultIfEmpty(0).Max();
        return scans > limits.MaxScans ? $"a strip or tile of it has {scans} scans, allowed are {limits.MaxScans}" : null;
    }
}
