using System.Globalization;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Holds what a trial is estimated to need (<see cref="TrialMemory"/>) against what there is, before anything is allocated: a process
/// that the kernel kills tells nobody why.
/// </summary>
internal static class MemoryCheck
{
    private const int SizeStep = 16;
    private const double Mebibyte = 1024 * 1024;

    /// <summary>The parameters to run with.</summary>
    /// <param name="parameters">Those that were asked for.</param>
    /// <param name="content">Size of the content picture, which gives the image its proportions.</param>
    /// <param name="available">Bytes that it may take; null where that is not known, and nothing is refused.</param>
    /// <param name="note">What was done, when the size was changed; else null.</param>
    /// <returns>The same parameters, or with a smaller imageSize where <see cref="TrialParameters.Oversize"/> is <see cref="OversizePolicy.Shrink"/>.</returns>
    /// <exception cref="StylizationException">It needs too much and is not to be made smaller, or can't be.</exception>
    public static TrialParameters Fit(TrialParameters parameters, PictureSize content, long? available, out string? note)
    {
        note = null;
        var needed = Needed(parameters, content, parameters.ImageSize);
        if (available is not { } limit || needed <= limit)
            return parameters;

        var asked = $"At imageSize {parameters.ImageSize} the trial is estimated to need {Shown(needed)}, and {Shown(limit)} are there";
        var fitting = LargestFitting(parameters, content, limit);
        if (parameters.Oversize == OversizePolicy.Refuse || fitting is null)
        {
            var way = fitting is { } size ? $"allowed is imageSize {size} or less, or 'oversize: shrink'" : "no imageSize is small enough";
            throw new StylizationException($"{asked}; {way}.");
        }

        note = $"{asked}; it runs at imageSize {fitting}.";
        return parameters with { ImageSize = fitting.Value };
    }

    /// <summary>Whether a trial is estimated to need no more than so many bytes; true where that is not known.</summary>
    public static bool Fits(TrialParameters parameters, PictureSize content, long? available) =>
        available is not { } limit || Needed(parameters, content, parameters.ImageSize) <= limit;

    private static int? LargestFitting(TrialParameters parameters, PictureSize content, long limit)
    {
        var smallest = (int)ParameterCatalog.ImageSize.Minimum;
        for (var size = (parameters.ImageSize - 1) / SizeStep * SizeStep; size >= smallest; size -= SizeStep)
        {
            if (Needed(parameters, content, size) <= limit)
                return size;
        }

        return null;
    }

    private static long Needed(TrialParameters parameters, PictureSize content, int imageSize)
    {
        if (parameters.Mode == TrialMode.Texture)
        {
            var (width, height) = parameters.TextureSize.At(imageSize, parameters.ImageSize);
            return TrialMemory.Of(parameters, width, height);
        }

        var size = content.WithLongestSide(imageSize, enlarge: true);
        return TrialMemory.Of(parameters, size.Width, size.Height);
    }

    private static string Shown(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:N0} MiB");
}
