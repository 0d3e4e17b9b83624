using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class ImageReaderOrientationTests
{
    private const int Width = 48;
    private const int Height = 32;

    private static readonly ImageReader Reader = new();

    public static TheoryData<int, string> Orientations { get; } = new(
        from orientation in Enumerable.Range(1, 8)
        from format in new[] { "jpeg", "png", "webp", "tiff" }
        select (orientation, format));

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Read_EachOrientation_IsUpright(int orientation, string format)
    {
        var picture = Reader.Read("turned", Stored(orientation, format));

        Assert.Equal(new PictureSize(Width, Height), picture.Size);
        AssertUpright(picture);
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Read_EachOrientationResized_IsUpright(int orientation, string format)
    {
        var picture = Reader.Read("turned", Stored(orientation, format), longestSide: 24);

        Assert.Equal(new PictureSize(24, 16), picture.Size);
        AssertUpright(picture);
    }

    // Red at the top left, green at the top right, blue below: no turn or mirroring leaves that as it is.
    private static void AssertUpright(Picture picture)
    {
        var (right, bottom) = (picture.Width - 2, picture.Height - 2);
        PictureAssert.Pixel(picture, 1, 1, 255, 0, 0, tolerance: 2);
        PictureAssert.Pixel(picture, right, 1, 0, 255, 0, tolerance: 2);
        PictureAssert.Pixel(picture, 1, bottom, 0, 0, 255, tolerance: 2);
        PictureAssert.Pixel(picture, right, bottom, 0, 0, 255, tolerance: 2);
    }

    private static byte[] Color(int x, int y) => y >= Height / 2 ? [0, 0, 255] : x < Width / 2 ? [255, 0, 0] : [0, 255, 0];

    // Where the pixels of the file belong, by the EXIF standard's words on the side that the first row and column show.
    private static (int X, int Y) Upright(int orientation, int x, int y) => orientation switch
    {
        1 => (x, y),
        2 => (Width - 1 - x, y),
        3 => (Width - 1 - x, Height - 1 - y),
        4 => (x, Height - 1 - y),
        5 => (y, x),
        6 => (Width - 1 - y, x),
        7 => (Width - 1 - y, Height - 1 - x),
        8 => (y, Height - 1 - x),
        _ => throw new ArgumentOutOfRangeException(nameof(orientation), orientation, "Allowed are 1 to 8."),
    };

    private static byte[] Stored(int orientation, string format)
    {
        var (width, height) = orientation < 5 ? (Width, Height) : (Height, Width);
        using var image = TestFiles.Bytes(width, height, Enums.Interpretation.Srgb, (x, y) =>
        {
            var (uprightX, uprightY) = Upright(orientation, x, y);
            return Color(uprightX, uprightY);
        });
        return TestFiles.Save(image.Mutate(mutable =>
        {
            mutable.Set(NetVips.NetVips.TypeFromName("gint"), "orientation", orientation);
            mutable.Set(NetVips.NetVips.TypeFromName("VipsBlob"), "exif-data", Exif(orientation));
        }), format);
    }

    // libvips writes EXIF into a PNG only if the image has some already; a JPEG always gets it.
    private static byte[] Exif(int orientation)
    {
        using var plain = TestFiles.Plain(Enums.Interpretation.Srgb, 1, 2, 3);
        var turned = plain.Mutate(mutable => mutable.Set(NetVips.NetVips.TypeFromName("gint"), "orientation", orientation));
        using var loaded = Image.NewFromBuffer(TestFiles.Save(turned, "jpeg"));
        return (byte[])loaded.Get("exif-data");
    }
}
