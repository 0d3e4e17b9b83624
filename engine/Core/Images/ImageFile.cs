using System.Globalization;
using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>Opens the file of an image, and checks what its header says before a pixel is decoded.</summary>
internal static class ImageFile
{
    private const string PagesField = "n-pages";

    /// <summary>Whether the bytes are of a size and a format that may be opened at all.</summary>
    /// <exception cref="ImageException">They are not.</exception>
    internal static ImageFormat Identify(string name, ReadOnlySpan<byte> bytes, ImageLimits limits)
    {
        if (bytes.IsEmpty)
            throw new ImageException($"Image '{name}' is empty: it has 0 bytes.");
        if (bytes.Length > limits.MaxBytes)
            throw new ImageException($"Image '{name}' is too large: it has {bytes.Length} bytes, allowed are {limits.MaxBytes}.");
        return FileSignature.Identify(bytes) ?? throw new ImageException(
            $"Image '{name}' has a format that is not read: {FileSignature.Describe(bytes)}. Allowed are JPEG, PNG, WebP and TIFF.");
    }

    /// <summary>Opens the file with the one loader of its format, so that no other of libvips' many is ever reached.</summary>
    internal static Image Open(ImageFormat format, byte[] bytes)
    {
        var loader = format switch
        {
            ImageFormat.Jpeg => "jpegload_buffer",
            ImageFormat.Png => "pngload_buffer",
            ImageFormat.WebP => "webpload_buffer",
            ImageFormat.Tiff => "tiffload_buffer",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Allowed are JPEG, PNG, WebP and TIFF."),
        };
        var options = new VOption { { "access", Enums.Access.Sequential }, { "fail_on", Enums.FailOn.Warning } };
        return (Image)Operation.Call(loader, options, bytes);
    }

    /// <summary>Checks how the file is made, before its format's decoder sees it.</summary>
    /// <exception cref="ImageException">Something is not allowed; the message lists all.</exception>
    internal static void CheckStructure(string name, ImageFormat format, ReadOnlyMemory<byte> bytes, ImageLimits limits) =>
        ThrowIfAny(name, ImageStructure.Problems(format, bytes, limits));

    /// <summary>Checks size, pages and channels.</summary>
    /// <exception cref="ImageException">Some are not allowed; the message lists them all.</exception>
    internal static void CheckHeader(string name, Image file, ImageLimits limits) => ThrowIfAny(name, Problems(file, limits));

    /// <summary>What is wrong with a size.</summary>
    internal static IEnumerable<string> SizeProblems(long width, long height, ImageLimits limits)
    {
        if (width > limits.MaxSidePixels)
            yield return $"it is {width} pixels wide, allowed are {limits.MaxSidePixels}";
        if (height > limits.MaxSidePixels)
            yield return $"it is {height} pixels high, allowed are {limits.MaxSidePixels}";
        if ((Int128)width * height > limits.MaxPixels)
            yield return $"it has {(Int128)width * height} pixels, allowed are {limits.MaxPixels}";
    }

    private static void ThrowIfAny(string name, IEnumerable<string> problems)
    {
        var all = problems.ToList();
        if (all.Count > 0)
            throw new ImageException($"Image '{name}' is refused: {string.Join("; ", all)}.");
    }

    private static IEnumerable<string> Problems(Image file, ImageLimits limits)
    {
        foreach (var problem in SizeProblems(file.Width, file.Height, limits))
            yield return problem;
        var decoded = (long)file.Width * file.Height * file.Bands * (file.Format == Enums.BandFormat.Uchar ? 1 : 2);
        if (decoded > limits.MaxDecodedBytes && (long)file.Width * file.Height <= limits.MaxPixels)
            yield return $"its pixels take {decoded} bytes when decoded, allowed are {limits.MaxDecodedBytes}";
        if (SrgbConversion.ProfileBytes(file) is var profile && profile > limits.MaxProfileBytes)
            yield return $"its color profile has {profile} bytes, allowed are {limits.MaxProfileBytes}";
        if (Pages(file) is > 1 and var pages)
            yield return $"it has {pages} pages, allowed is 1";
        if (file.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
            yield return $"its channels are of the type {file.Format}, allowed are whole numbers of 8 or 16 bits";
        if (file.Coding != Enums.Coding.None || !IsColorSpaceRead(file.Interpretation))
            yield return $"its color space is {file.Interpretation}, allowed are gray, RGB and CMYK";
        else if (file.Bands > SrgbConversion.ColorChannels(file) + 1)
            yield return $"it has {file.Bands} channels, allowed are those of gray, RGB or CMYK and one of alpha";
    }

    private static bool IsColorSpaceRead(Enums.Interpretation interpretation) => interpretation is Enums.Interpretation.Bw
        or Enums.Interpretation.Grey16 or Enums.Interpretation.Srgb or Enums.Interpretation.Rgb or Enums.Interpretation.Rgb16
        or Enums.Interpretation.Cmyk or Enums.Interpretation.Multiband;

    // Pages of a TIFF, frames of an animated WebP.
    private static int Pages(Image file) =>
        file.Contains(PagesField) ? Convert.ToInt32(file.Get(PagesField), CultureInfo.InvariantCulture) : 1;
}
