using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>Turns the channels of a decoded file into three of sRGB: applies its color profile, and lays it on white.</summary>
internal static class SrgbConversion
{
    private const string ProfileField = "icc-profile-data";
    private const float White8 = byte.MaxValue;
    private const float White16 = ushort.MaxValue;

    /// <summary>How many channels of a file are color; a further one is alpha.</summary>
    internal static int ColorChannels(Image file) => file.Interpretation switch
    {
        Enums.Interpretation.Cmyk => 4,
        Enums.Interpretation.Bw or Enums.Interpretation.Grey16 => 1,
        _ when file.Bands < 3 => 1,
        _ => 3,
    };

    /// <summary>The length of the color profile that a file carries; 0 where it carries none.</summary>
    internal static long ProfileBytes(Image file) => file.Contains(ProfileField) ? ((byte[])file.Get(ProfileField)).Length : 0;

    /// <summary>Three float bands, a fourth of transparency if the file has one, and the value of white and opaque in them; the image is disposed of by the scope.</summary>
    /// <param name="file">8 or 16 bits a channel; gray, RGB or CMYK; with or without alpha.</param>
    /// <param name="scope">Owns the steps.</param>
    internal static (Image Image, float White) Apply(Image file, ImageScope scope)
    {
        var channels = ColorChannels(file);
        var color = file.Bands > channels ? scope.Own(file.ExtractBand(0, n: channels)) : file;
        var srgb = WithProfile(color, scope) ?? WithoutProfile(color, scope);
        var white = srgb.Format == Enums.BandFormat.Uchar ? White8 : White16;
        var floats = scope.Own(srgb.Cast(Enums.BandFormat.Float));
        return (file.Bands > channels ? OnWhite(floats, white, file, channels, scope) : floats, white);
    }

    /// <summary>16-bit sRGB, so that the profile costs no precision; null where there is no profile that fits the channels.</summary>
    private static Image? WithProfile(Image color, ImageScope scope)
    {
        var cmyk = color.Interpretation == Enums.Interpretation.Cmyk;
        if (!cmyk && (!color.Contains(ProfileField) || SrgbProfile.IsIn(color)))
            return null;
        try
        {
            // CMYK means nothing without a profile, so libvips' own generic one stands in for a missing one.
            return scope.Own(color.IccTransform("srgb", embedded: true, inputProfile: cmyk ? "cmyk" : null,
                intent: Enums.Intent.Relative, blackPointCompensation: true, depth: 16));
        }
        catch (VipsException) when (!cmyk)
        {
            // As in browsers: a profile that is damaged or made for other channels is ignored, and the values are taken for sRGB.
            return null;
        }
    }

    private static Image WithoutProfile(Image color, ImageScope scope) =>
        color.Bands == 1 ? scope.Own(color.Bandjoin(color, color)) : color;

    // Mixed in sRGB values, as browsers do.
    private static Image OnWhite(Image color, float white, Image file, int alphaBand, ImageScope scope)
    {
        var opaque = file.Format == Enums.BandFormat.Uchar ? White8 : White16;
        var alpha = scope.Own(file.ExtractBand(alphaBand));
        var scaled = scope.Own(alpha.Linear([white / opaque], [0]));
        var joined = scope.Own(color.Bandjoin(scaled));
        var flat = scope.Own(joined.Flatten(background: [white, white, white], maxAlpha: white));
        return scope.Own(flat.Bandjoin(scaled));
    }
}
