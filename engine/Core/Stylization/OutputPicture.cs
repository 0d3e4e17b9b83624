using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization;

/// <summary>What is saved of a computed image: with the content's colors, transparency and size where the trial asks for them.</summary>
/// <remarks>
/// In this order: size, colors, transparency. Colors are taken from the content at the size of what is saved; the color mask mixes the two
/// colorings softly. Color coral has done its part on the style image already.
/// </remarks>
internal static class OutputPicture
{
    /// <summary>The picture to save.</summary>
    /// <param name="trial">The setting.</param>
    /// <param name="pictures">What it read.</param>
    /// <param name="computed">The image as it was optimized, at the last scale's size or, for a snapshot, at another.</param>
    public static Picture Of(Trial trial, TrialPictures pictures, Picture computed)
    {
        var parameters = trial.Parameters;
        var size = parameters.OutputSize == OutputSize.Content ? pictures.Content.Size : computed.Size;
        var result = computed.Resize(size.Width, size.Height);
        if (parameters.Color is not (ColorMode.Luminance or ColorMode.Histogram) && parameters.Alpha == AlphaMode.Drop)
            return result;

        var content = pictures.Content.Resize(size.Width, size.Height);
        var colored = parameters.Color switch
        {
            ColorMode.Luminance => PictureColors.WithChroma(result, content),
            ColorMode.Histogram => HistogramMatch.Of(result, content),
            _ => result,
        };
        if (colored != result && pictures.ColorMask is { } mask)
            colored = PictureColors.Mix(colored, result, PictureMask.Of(mask, size));
        return parameters.Alpha == AlphaMode.Keep ? colored.WithAlpha(content.Alpha) : colored;
    }
}
