using NetVips.Interop;

namespace NetVips;

/// <summary>An image of libvips: mostly a recipe, whose pixels are computed when they are written somewhere.</summary>
public partial class Image : VipsObject
{
    internal Image(nint pointer)
        : base(pointer)
    {
    }

    /// <summary>In pixels.</summary>
    public int Width => VipsImageLibrary.Width(this);

    /// <summary>In pixels.</summary>
    public int Height => VipsImageLibrary.Height(this);

    /// <summary>Numbers per pixel.</summary>
    public int Bands => VipsImageLibrary.Bands(this);

    /// <summary>The number format of each band.</summary>
    public Enums.BandFormat Format => (Enums.BandFormat)VipsImageLibrary.Format(this);

    /// <summary>How pixels are packed.</summary>
    public Enums.Coding Coding => (Enums.Coding)VipsImageLibrary.Coding(this);

    /// <summary>What the bands mean.</summary>
    public Enums.Interpretation Interpretation => (Enums.Interpretation)VipsImageLibrary.Interpretation(this);

    /// <summary>Pixels per millimeter.</summary>
    public double Xres => VipsImageLibrary.Xres(this);

    /// <summary>Pixels per millimeter.</summary>
    public double Yres => VipsImageLibrary.Yres(this);

    /// <summary>Where the image came to lie in another.</summary>
    public int Xoffset => VipsImageLibrary.Xoffset(this);

    /// <summary>Where the image came to lie in another.</summary>
    public int Yoffset => VipsImageLibrary.Yoffset(this);

    /// <summary>The height of one page, where pages are stacked.</summary>
    public int PageHeight => VipsImageLibrary.PageHeight(this);

    /// <summary>The file that the image was read from; null where there is none.</summary>
    public string Filename => NativeText.Borrow(VipsImageLibrary.Filename(this));

    /// <summary>One band as an image; null beyond the last.</summary>
    public Image this[int i] => i >= 0 && i < Bands ? ExtractBand(i) : null;

    /// <summary>The numbers of one pixel.</summary>
    public double[] this[int x, int y] => Getpoint(x, y);

    /// <inheritdoc/>
    public override string ToString() => $"<NetVips.Image {Width}x{Height} {Format}, {Bands} bands, {Interpretation}>";

    private Image Run(string operationName, params object[] args) => (Image)Operation.Call(operationName, null, this, args);

    private Image RunWith(string operationName, VOption options, params object[] args) =>
        (Image)Operation.Call(operationName, options, this, args);
}
