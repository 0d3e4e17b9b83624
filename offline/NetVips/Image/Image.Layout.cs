namespace NetVips;

public partial class Image
{
    /// <summary>Images in a grid whose cells all have the size of the largest.</summary>
    public static Image Arrayjoin(Image[] @in, int? across = null, int? shim = null, double[] background = null,
        Enums.Align? halign = null, Enums.Align? valign = null, int? hspacing = null, int? vspacing = null) =>
        (Image)Operation.Call("arrayjoin", VOption.Of(("across", across), ("shim", shim), ("background", background),
            ("halign", halign), ("valign", valign), ("hspacing", hspacing), ("vspacing", vspacing)), [@in]);

    /// <summary>Turned as its EXIF orientation says, which is then gone.</summary>
    public Image Autorot() => Run("autorot");

    /// <summary>Turned as its EXIF orientation says, which is then gone; also the turn.</summary>
    public Image Autorot(out Enums.Angle angle) => Autorot(out angle, out _);

    /// <summary>Turned as its EXIF orientation says, which is then gone; also the turn and whether it was mirrored.</summary>
    public Image Autorot(out Enums.Angle angle, out bool flip)
    {
        var results = (object[])Operation.Call("autorot", VOption.Of(("angle", true), ("flip", true)), this);
        var asked = (VOption)results[1];
        angle = (Enums.Angle)(int)asked["angle"];
        flip = (bool)asked["flip"];
        return (Image)results[0];
    }

    /// <summary>A part of the image.</summary>
    public Image Crop(int left, int top, int width, int height) => ExtractArea(left, top, width, height);

    /// <summary>A part of the image.</summary>
    public Image ExtractArea(int left, int top, int width, int height) => Run("extract_area", left, top, width, height);

    /// <summary>The image at a place in a larger one.</summary>
    public Image Embed(int x, int y, int width, int height, Enums.Extend? extend = null, double[] background = null) =>
        RunWith("embed", VOption.Of(("extend", extend), ("background", background)), x, y, width, height);

    /// <summary>The image at an edge or in the middle of a larger one.</summary>
    public Image Gravity(Enums.CompassDirection direction, int width, int height, Enums.Extend? extend = null,
        double[] background = null) =>
        RunWith("gravity", VOption.Of(("extend", extend), ("background", background)), direction, width, height);

    /// <summary>Another image laid over this one, without blending.</summary>
    public Image Insert(Image sub, int x, int y, bool? expand = null, double[] background = null) =>
        RunWith("insert", VOption.Of(("expand", expand), ("background", background)), sub, x, y);

    /// <summary>Another image to the right of this one or below it.</summary>
    public Image Join(Image in2, Enums.Direction direction, bool? expand = null, int? shim = null, double[] background = null,
        Enums.Align? align = null) =>
        RunWith("join", VOption.Of(("expand", expand), ("shim", shim), ("background", background), ("align", align)), in2, direction);

    /// <summary>Other images blended over this one, in turn.</summary>
    public Image Composite(Image[] images, Enums.BlendMode[] modes, int[] x = null, int[] y = null,
        Enums.Interpretation? compositingSpace = null, bool? premultiplied = null)
    {
        Image[] layers = [this, .. images];
        return (Image)Operation.Call("composite", VOption.Of(("x", x), ("y", y), ("compositing_space", compositingSpace),
            ("premultiplied", premultiplied)), layers, Array.ConvertAll(modes, mode => (int)mode));
    }

    /// <summary>Another image blended over this one.</summary>
    public Image Composite(Image overlay, Enums.BlendMode mode, int? x = null, int? y = null,
        Enums.Interpretation? compositingSpace = null, bool? premultiplied = null) =>
        Composite2(overlay, mode, x, y, compositingSpace, premultiplied);

    /// <summary>Another image blended over this one.</summary>
    public Image Composite2(Image overlay, Enums.BlendMode mode, int? x = null, int? y = null,
        Enums.Interpretation? compositingSpace = null, bool? premultiplied = null) =>
        RunWith("composite2", VOption.Of(("x", x), ("y", y), ("compositing_space", compositingSpace),
            ("premultiplied", premultiplied)), overlay, mode);

    /// <summary>At another size; more than 1 enlarges.</summary>
    public Image Resize(double scale, Enums.Kernel? kernel = null, double? gap = null, double? vscale = null) =>
        RunWith("resize", VOption.Of(("kernel", kernel), ("gap", gap), ("vscale", vscale)), scale);

    /// <summary>Within a box, turned upright unless asked not to.</summary>
    public Image ThumbnailImage(int width, int? height = null, Enums.Size? size = null, bool? noRotate = null,
        Enums.Interesting? crop = null, bool? linear = null, string inputProfile = null, string outputProfile = null,
        Enums.Intent? intent = null, Enums.FailOn? failOn = null) =>
        RunWith("thumbnail_image", VOption.Of(("height", height), ("size", size), ("no_rotate", noRotate), ("crop", crop),
            ("linear", linear), ("input_profile", inputProfile), ("output_profile", outputProfile), ("intent", intent),
            ("fail_on", failOn)), width);
}
