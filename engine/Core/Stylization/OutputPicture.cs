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
    /// <param name="computed">The image as it was optimized.</param>
    public static Picture Of(Trial trial, TrialPictures pictures, Picture computed)
    {
        var size = trial.Parameters.OutputSize == OutputSize.Content ? pictures.Content.Size : computed.Size;
        return Treated(trial.Parameters, pictures, computed.Resize(size.Width, size.Height));
    }

    /// <summary>
    /// A snapshot: what would be saved if the trial ended there, but of the size that was computed, so that many of them stay small.
    /// </summary>
    /// <param name="trial">The setting.</param>
    /// <param name="pictures">What it read.</param>
    /// <param name="computed">The image as it was evaluated, at any scale's size.</param>
    public static Picture Snapshot(Trial trial, TrialPictures pictures, Picture computed) => Treated(trial.Parameters, pictures, computed);

    private static Picture Treated(TrialParameters parameters, TrialPictures pictures, Picture result)
    {
        if (parameters.Color is not (ColorMode.Luminance or ColorMode.Histogram) && parameters.Alpha == AlphaMode.Drop)
            return result;

        var size = result.Size;
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
