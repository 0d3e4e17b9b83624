namespace NetVips;

public partial class Image
{
    /// <summary>All zero, one unsigned byte a band.</summary>
    public static Image Black(int width, int height, int? bands = null) =>
        (Image)Operation.Call("black", VOption.Of(("bands", bands)), width, height);

    /// <summary>Text as a one-band mask, or in color when <paramref name="rgba"/> is set; the text may hold Pango markup.</summary>
    public static Image Text(string text, string font = null, int? width = null, int? height = null, Enums.Align? align = null,
        bool? justify = null, int? dpi = null, int? spacing = null, string fontfile = null, bool? rgba = null,
        Enums.TextWrap? wrap = null) =>
        (Image)Operation.Call("text", TextOptions(font, width, height, align, justify, dpi, spacing, fontfile, rgba, wrap), text);

    /// <summary>Text that fills a box; also the resolution that made it fit.</summary>
    public static Image Text(string text, out int autofitDpi, string font = null, int? width = null, int? height = null,
        Enums.Align? align = null, bool? justify = null, int? dpi = null, int? spacing = null, string fontfile = null,
        bool? rgba = null, Enums.TextWrap? wrap = null)
    {
        var options = TextOptions(font, width, height, align, justify, dpi, spacing, fontfile, rgba, wrap);
        options.Add("autofit_dpi", true);
        var results = (object[])Operation.Call("text", options, text);
        autofitDpi = (int)((VOption)results[1])["autofit_dpi"];
        return (Image)results[0];
    }

    private static VOption TextOptions(string font, int? width, int? height, Enums.Align? align, bool? justify, int? dpi, int? spacing,
        string fontfile, bool? rgba, Enums.TextWrap? wrap) =>
        VOption.Of(("font", font), ("width", width), ("height", height), ("align", align), ("justify", justify), ("dpi", dpi),
            ("spacing", spacing), ("fontfile", fontfile), ("rgba", rgba), ("wrap", wrap));
}
