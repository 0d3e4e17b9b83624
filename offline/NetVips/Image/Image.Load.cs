using System.Text;
using NetVips.Interop;

namespace NetVips;

public partial class Image
{
    /// <summary>The class of the loader that would read a file, or null.</summary>
    public static string FindLoad(string filename) => LoaderOrNull(VipsImageLibrary.FindLoad(filename));

    /// <summary>The class of the loader that would read these bytes, or null.</summary>
    public static string FindLoadBuffer(byte[] data) => FindLoadBuffer(data.AsSpan());

    /// <summary>The class of the loader that would read these bytes, or null.</summary>
    public static string FindLoadBuffer(ReadOnlySpan<byte> data) => LoaderOrNull(LoaderOf(data));

    /// <summary>Reads an image from a file, whose name may end in options in brackets.</summary>
    public static Image NewFromFile(string vipsFilename, bool? memory = null, Enums.Access? access = null, Enums.FailOn? failOn = null,
        bool? revalidate = null, VOption kwargs = null)
    {
        var filename = NativeText.Take(VipsImageLibrary.FilenamePart(vipsFilename));
        var text = NativeText.Take(VipsImageLibrary.OptionsPart(vipsFilename));
        var loader = NativeText.Borrow(VipsImageLibrary.FindLoad(filename))
            ?? throw new VipsException($"unable to load from file {vipsFilename}");
        var options = VOption.Of(kwargs, ("memory", memory), ("access", access), ("fail_on", failOn), ("revalidate", revalidate),
            ("string_options", text));
        return (Image)Operation.Call(loader, options, filename);
    }

    /// <summary>Reads an image from the bytes of a file.</summary>
    public static Image NewFromBuffer(byte[] data, string strOptions = "", Enums.Access? access = null, Enums.FailOn? failOn = null,
        VOption kwargs = null)
    {
        var loader = NativeText.Borrow(LoaderOf(data)) ?? throw new VipsException("unable to load from buffer");
        var options = VOption.Of(kwargs, ("access", access), ("fail_on", failOn), ("string_options", strOptions));
        return (Image)Operation.Call(loader, options, data);
    }

    /// <summary>Reads an image from the bytes of a text file, such as an SVG.</summary>
    public static Image NewFromBuffer(string data, string strOptions = "", Enums.Access? access = null, Enums.FailOn? failOn = null,
        VOption kwargs = null) =>
        NewFromBuffer(Encoding.UTF8.GetBytes(data), strOptions, access, failOn, kwargs);

    /// <summary>Reads an image from the bytes of a file.</summary>
    public static Image NewFromBuffer(ReadOnlySpan<byte> data, string strOptions = "", Enums.Access? access = null,
        Enums.FailOn? failOn = null, VOption kwargs = null) =>
        NewFromBuffer(data.ToArray(), strOptions, access, failOn, kwargs);

    /// <summary>Reads a JPEG.</summary>
    public static Image JpegloadBuffer(byte[] buffer, int? shrink = null, bool? autorotate = null, bool? unlimited = null,
        bool? memory = null, Enums.Access? access = null, Enums.FailOn? failOn = null) =>
        (Image)Operation.Call("jpegload_buffer", VOption.Of(("shrink", shrink), ("autorotate", autorotate), ("unlimited", unlimited),
            ("memory", memory), ("access", access), ("fail_on", failOn)), buffer);

    /// <summary>Reads a PNG.</summary>
    public static Image PngloadBuffer(byte[] buffer, bool? unlimited = null, bool? memory = null, Enums.Access? access = null,
        Enums.FailOn? failOn = null) =>
        (Image)Operation.Call("pngload_buffer", VOption.Of(("unlimited", unlimited), ("memory", memory), ("access", access),
            ("fail_on", failOn)), buffer);

    /// <summary>Renders an SVG.</summary>
    public static Image SvgloadBuffer(byte[] buffer, double? dpi = null, double? scale = null, bool? unlimited = null,
        string stylesheet = null, bool? highBitdepth = null, bool? memory = null, Enums.Access? access = null,
        Enums.FailOn? failOn = null) =>
        (Image)Operation.Call("svgload_buffer", VOption.Of(("dpi", dpi), ("scale", scale), ("unlimited", unlimited),
            ("stylesheet", stylesheet), ("high_bitdepth", highBitdepth), ("memory", memory), ("access", access),
            ("fail_on", failOn)), buffer);

    /// <summary>Reads an image at a smaller size.</summary>
    public static Image ThumbnailBuffer(byte[] buffer, int width, string optionString = null, int? height = null, Enums.Size? size = null,
        bool? noRotate = null, Enums.Interesting? crop = null, bool? linear = null, string inputProfile = null,
        string outputProfile = null, Enums.Intent? intent = null, Enums.FailOn? failOn = null) =>
        (Image)Operation.Call("thumbnail_buffer", VOption.Of(("option_string", optionString), ("height", height), ("size", size),
            ("no_rotate", noRotate), ("crop", crop), ("linear", linear), ("input_profile", inputProfile),
            ("output_profile", outputProfile), ("intent", intent), ("fail_on", failOn)), buffer, width);

    private static unsafe nint LoaderOf(ReadOnlySpan<byte> data)
    {
        fixed (byte* start = data)
            return VipsImageLibrary.FindLoadBuffer(start, (nuint)data.Length);
    }

    private static string LoaderOrNull(nint loader)
    {
        if (loader == 0)
            VipsLibrary.ErrorClear();
        return NativeText.Borrow(loader);
    }
}
