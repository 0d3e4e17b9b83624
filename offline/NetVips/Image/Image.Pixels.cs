namespace NetVips;

public partial class Image
{
    /// <summary>In another number format; values outside it are clipped.</summary>
    public Image Cast(Enums.BandFormat format, bool? shift = null) => RunWith("cast", VOption.Of(("shift", shift)), format);

    /// <summary>In another color space.</summary>
    public Image Colourspace(Enums.Interpretation space, Enums.Interpretation? sourceSpace = null) =>
        RunWith("colourspace", VOption.Of(("source_space", sourceSpace)), space);

    /// <summary>The same pixels with other properties.</summary>
    public Image Copy(int? width = null, int? height = null, int? bands = null, Enums.BandFormat? format = null,
        Enums.Coding? coding = null, Enums.Interpretation? interpretation = null, double? xres = null, double? yres = null,
        int? xoffset = null, int? yoffset = null) =>
        RunWith("copy", VOption.Of(("width", width), ("height", height), ("bands", bands), ("format", format), ("coding", coding),
            ("interpretation", interpretation), ("xres", xres), ("yres", yres), ("xoffset", xoffset), ("yoffset", yoffset)));

    /// <summary>Some of the bands.</summary>
    public Image ExtractBand(int band, int? n = null) => RunWith("extract_band", VOption.Of(("n", n)), band);

    /// <summary>More bands, of constants.</summary>
    public Image Bandjoin(params double[] doubles) => Run("bandjoin_const", doubles);

    /// <summary>More bands, of constants.</summary>
    public Image Bandjoin(params int[] ints) => Run("bandjoin_const", Array.ConvertAll(ints, number => (double)number));

    /// <summary>More bands, of other images.</summary>
    public Image Bandjoin(params Image[] images)
    {
        Image[] all = [this, .. images];
        return (Image)Operation.Call("bandjoin", null, this, [all]);
    }

    /// <summary>More bands, of images and constants.</summary>
    public Image Bandjoin(params object[] objects)
    {
        object[] all = [this, .. objects];
        return (Image)Operation.Call("bandjoin", null, this, [all]);
    }

    /// <summary>Without its alpha band, over a background.</summary>
    public Image Flatten(double[] background = null, double? maxAlpha = null) =>
        RunWith("flatten", VOption.Of(("background", background), ("max_alpha", maxAlpha)));

    /// <summary>Colors multiplied by alpha.</summary>
    public Image Premultiply(double? maxAlpha = null) => RunWith("premultiply", VOption.Of(("max_alpha", maxAlpha)));

    /// <summary>Colors divided by alpha.</summary>
    public Image Unpremultiply(double? maxAlpha = null, int? alphaBand = null) =>
        RunWith("unpremultiply", VOption.Of(("max_alpha", maxAlpha), ("alpha_band", alphaBand)));

    /// <summary>From one color profile to another.</summary>
    public Image IccTransform(string outputProfile, Enums.PCS? pcs = null, Enums.Intent? intent = null,
        bool? blackPointCompensation = null, bool? embedded = null, string inputProfile = null, int? depth = null) =>
        RunWith("icc_transform", VOption.Of(("pcs", pcs), ("intent", intent), ("black_point_compensation", blackPointCompensation),
            ("embedded", embedded), ("input_profile", inputProfile), ("depth", depth)), outputProfile);

    /// <summary>From the device's colors to the space between profiles.</summary>
    public Image IccImport(Enums.PCS? pcs = null, Enums.Intent? intent = null, bool? blackPointCompensation = null,
        bool? embedded = null, string inputProfile = null) =>
        RunWith("icc_import", VOption.Of(("pcs", pcs), ("intent", intent), ("black_point_compensation", blackPointCompensation),
            ("embedded", embedded), ("input_profile", inputProfile)));

    /// <summary>From the space between profiles to the device's colors.</summary>
    public Image IccExport(Enums.PCS? pcs = null, Enums.Intent? intent = null, bool? blackPointCompensation = null,
        string outputProfile = null, int? depth = null) =>
        RunWith("icc_export", VOption.Of(("pcs", pcs), ("intent", intent), ("black_point_compensation", blackPointCompensation),
            ("output_profile", outputProfile), ("depth", depth)));

    /// <summary>The numbers of one pixel.</summary>
    public double[] Getpoint(int x, int y, bool? unpackComplex = null) =>
        (double[])Operation.Call("getpoint", VOption.Of(("unpack_complex", unpackComplex)), this, x, y);
}
