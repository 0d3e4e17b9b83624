using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NetVips.Interop;

/// <summary>A GValue: .NET values converted to the type that a property or a metadata item has, and back.</summary>
internal sealed unsafe class Value : IDisposable
{
    private NativeValue _native;

    internal Value(nint type) => GLibrary.ValueInit(ref _native, type);

    private Value(Image image, string name)
    {
        if (VipsImageLibrary.Get(image, name, ref _native) != 0)
            throw new VipsException($"unable to get {name}");
    }

    internal ref NativeValue Native => ref _native;

    internal static Value OfMetadata(Image image, string name) => new(image, name);

    public void Dispose()
    {
        if (_native.Type != 0)
            GLibrary.ValueUnset(ref _native);
    }

    internal void Set(object content)
    {
        var type = _native.Type;
        if (type == ValueTypes.Boolean)
            GLibrary.ValueSetBoolean(ref _native, Convert.ToBoolean(content, CultureInfo.InvariantCulture) ? 1 : 0);
        else if (type == ValueTypes.Int)
            GLibrary.ValueSetInt(ref _native, Convert.ToInt32(content, CultureInfo.InvariantCulture));
        else if (type == ValueTypes.Int64)
            GLibrary.ValueSetInt64(ref _native, Convert.ToInt64(content, CultureInfo.InvariantCulture));
        else if (type == ValueTypes.Uint64)
            GLibrary.ValueSetUint64(ref _native, Convert.ToUInt64(content, CultureInfo.InvariantCulture));
        else if (type == ValueTypes.Double)
            GLibrary.ValueSetDouble(ref _native, Convert.ToDouble(content, CultureInfo.InvariantCulture));
        else if (type == ValueTypes.String)
            GLibrary.ValueSetString(ref _native, Convert.ToString(content, CultureInfo.InvariantCulture));
        else if (type == ValueTypes.RefString)
            VipsLibrary.ValueSetRefString(ref _native, Convert.ToString(content, CultureInfo.InvariantCulture));
        else if (type == ValueTypes.ArrayInt)
            SetInts(Elements(content).Select(x => Convert.ToInt32(x, CultureInfo.InvariantCulture)).ToArray());
        else if (type == ValueTypes.ArrayDouble)
            SetDoubles(Elements(content).Select(x => Convert.ToDouble(x, CultureInfo.InvariantCulture)).ToArray());
        else if (type == ValueTypes.ArrayImage && content is Image[] images)
            SetImages(images);
        else if (type == ValueTypes.Blob && BytesOf(content) is { } bytes)
            SetBlob(bytes);
        else if (GLibrary.TypeFundamental(type) == ValueTypes.Enum)
            GLibrary.ValueSetEnum(ref _native, Convert.ToInt32(content, CultureInfo.InvariantCulture));
        else if (GLibrary.TypeFundamental(type) == ValueTypes.Flags)
            GLibrary.ValueSetFlags(ref _native, Convert.ToUInt32(content, CultureInfo.InvariantCulture));
        else if (GLibrary.TypeFundamental(type) == ValueTypes.Object && content is GObject instance)
            GLibrary.ValueSetObject(ref _native, instance);
        else
            throw Unsupported($"cannot hold a {content?.GetType().ToString() ?? "null"}");
    }

    internal object Get()
    {
        var type = _native.Type;
        if (type == ValueTypes.Boolean)
            return GLibrary.ValueGetBoolean(ref _native) != 0;
        if (type == ValueTypes.Int)
            return GLibrary.ValueGetInt(ref _native);
        if (type == ValueTypes.Int64)
            return GLibrary.ValueGetInt64(ref _native);
        if (type == ValueTypes.Uint64)
            return GLibrary.ValueGetUint64(ref _native);
        if (type == ValueTypes.Double)
            return GLibrary.ValueGetDouble(ref _native);
        if (type == ValueTypes.String)
            return NativeText.Borrow(GLibrary.ValueGetString(ref _native));
        if (type == ValueTypes.RefString)
            return NativeText.Borrow(VipsLibrary.ValueGetRefString(ref _native, out _));
        if (type == ValueTypes.Image)
            return new Image(GLibrary.ValueDupObject(ref _native));
        if (type == ValueTypes.ArrayInt)
            return new ReadOnlySpan<int>((void*)VipsLibrary.ValueGetArrayInt(ref _native, out var ints), ints).ToArray();
        if (type == ValueTypes.ArrayDouble)
            return new ReadOnlySpan<double>((void*)VipsLibrary.ValueGetArrayDouble(ref _native, out var doubles), doubles).ToArray();
        if (type == ValueTypes.ArrayImage)
            return GetImages();
        if (type == ValueTypes.Blob)
            return new ReadOnlySpan<byte>((void*)VipsLibrary.ValueGetBlob(ref _native, out var length), checked((int)length)).ToArray();
        if (GLibrary.TypeFundamental(type) == ValueTypes.Enum)
            return GLibrary.ValueGetEnum(ref _native);
        if (GLibrary.TypeFundamental(type) == ValueTypes.Flags)
            return GLibrary.ValueGetFlags(ref _native);
        throw Unsupported("cannot be read");
    }

    private static IEnumerable<object> Elements(object content) =>
        content is IEnumerable many and not string ? many.Cast<object>() : [content];

    private static byte[] BytesOf(object content) => content switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        char[] text => Encoding.UTF8.GetBytes(text),
        _ => null,
    };

    private void SetInts(int[] content) => VipsLibrary.ValueSetArrayInt(ref _native, content, content.Length);

    private void SetDoubles(double[] content) => VipsLibrary.ValueSetArrayDouble(ref _native, content, content.Length);

    private void SetImages(Image[] images)
    {
        VipsLibrary.ValueSetArrayImage(ref _native, images.Length);
        var cells = VipsLibrary.ValueGetArrayImage(ref _native, out _);
        for (var i = 0; i < images.Length; i++)
            cells[i] = images[i].NewReference();
    }

    private Image[] GetImages()
    {
        var cells = VipsLibrary.ValueGetArrayImage(ref _native, out var count);
        var images = new Image[count];
        for (var i = 0; i < count; i++)
            images[i] = new Image(GLibrary.Ref(cells[i]));
        return images;
    }

    // libvips may keep the bytes as long as the image that it reads from them, so it gets a copy of its own.
    private void SetBlob(byte[] content)
    {
        var memory = GLibrary.Malloc((nuint)content.Length);
        Marshal.Copy(content, 0, memory, content.Length);
        VipsLibrary.ValueSetBlobFree(ref _native, memory, (nuint)content.Length);
    }

    private ArgumentException Unsupported(string why) =>
        new($"A value of type {NativeText.Borrow(GLibrary.TypeName(_native.Type))} {why}.");
}
