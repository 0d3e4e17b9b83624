namespace NeuralStyle.Engine.Images;

/// <summary>
/// A color picture in memory, never changed: float32, three planes (red, green, blue), each row by row from the top left; sRGB
/// values of 0 (black) to 1. The planes are the data of a tensor of shape [1, 3, Height, Width]. A picture may have a fourth plane of
/// its own, <see cref="Alpha"/>.
/// </summary>
public sealed class Picture
{
    /// <summary>The number of planes.</summary>
    public const int Channels = 3;

    private readonly float[] _planes;
    private readonly float[]? _alpha;

    /// <summary>A picture with a copy of the given values.</summary>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <param name="planes">3 x height x width values of 0 to 1. Values outside are kept; writing to a file clamps them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not 3 x height x width.</exception>
    public Picture(int width, int height, ReadOnlySpan<float> planes)
        : this(new PictureSize(width, height), planes.ToArray())
    {
    }

    private Picture(PictureSize size, float[] planes, float[]? alpha = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Width, 1, "width");
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Height, 1, "height");
        if (planes.LongLength != (long)Channels * size.Width * size.Height)
        {
            throw new ArgumentException(
                $"A picture of {size} pixels has {(long)Channels * size.Width * size.Height} values; {planes.LongLength} were given.",
                nameof(planes));
        }

        var area = planes.Length / Channels;
        if (alpha is not null && alpha.Length != area)
            throw new ArgumentException($"The transparency of a picture of {size} pixels has {area} values; {alpha.Length} were given.", nameof(alpha));

        Size = size;
        _planes = planes;
        _alpha = alpha;
    }

    /// <summary>Width and height, in pixels.</summary>
    public PictureSize Size { get; }

    /// <summary>Pixels from left to right.</summary>
    public int Width => Size.Width;

    /// <summary>Pixels from top to bottom.</summary>
    public int Height => Size.Height;

    /// <summary>The values, of shape [3, Height, Width].</summary>
    public ReadOnlyMemory<float> Planes => _planes;

    /// <summary>
    /// How opaque each pixel is, of shape [Height, Width], 0 (transparent) to 1; null where all are opaque. The colors are those seen on white.
    /// </summary>
    public ReadOnlyMemory<float>? Alpha => _alpha is null ? default(ReadOnlyMemory<float>?) : _alpha;

    /// <summary>One value.</summary>
    /// <param name="channel">0 red, 1 green, 2 blue.</param>
    /// <param name="x">From the left, 0 to Width - 1.</param>
    /// <param name="y">From the top, 0 to Height - 1.</param>
    /// <returns>0 to 1.</returns>
    public float At(int channel, int x, int y) => _planes[(((channel * Height) + y) * Width) + x];

    /// <summary>The picture with its longest side at a given length, see <see cref="PictureSize.WithLongestSide"/>.</summary>
    /// <param name="pixels">The longest side, in pixels, 1 or more.</param>
    /// <param name="enlarge">Whether a smaller picture grows; if not, it is returned as it is. Default: it is not enlarged.</param>
    /// <returns>A picture of values 0 to 1, filtered as <see cref="Resize"/> does.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pixels"/> is below 1.</exception>
    public Picture ResizeToLongestSide(int pixels, bool enlarge = false)
    {
        var size = Size.WithLongestSide(pixels, enlarge);
        return Resize(size.Width, size.Height);
    }

    /// <summary>The picture at a given size, its proportions changed if need be.</summary>
    /// <remarks>Shrinks with a Lanczos filter of three lobes, enlarges with a bicubic one, both on sRGB values as PIL and torchvision do.
    /// The picture itself is returned where it has the size already.</remarks>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <returns>A picture of values 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public Picture Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new PictureSize(width, height) == Size ? this : PictureImages.Resize(this, new PictureSize(width, height));
    }

    /// <summary>The picture with a transparency, which replaces the one that it has.</summary>
    /// <param name="alpha">Height x width values of 0 to 1; null for none.</param>
    /// <exception cref="ArgumentException">The number of values is not height x width.</exception>
    public Picture WithAlpha(ReadOnlyMemory<float>? alpha) => new(Size, _planes, alpha?.ToArray());

    /// <summary>One channel [Height, Width]: 0 red, 1 green, 2 blue.</summary>
    internal ReadOnlySpan<float> Plane(int channel) => _planes.AsSpan(channel * Width * Height, Width * Height);

    /// <summary>A picture over arrays that nobody else uses.</summary>
    internal static Picture Own(PictureSize size, float[] planes, float[]? alpha = null) => new(size, planes, alpha);
}
