using NetVips.Interop;

namespace NetVips;

/// <summary>An image that is being changed, within <see cref="Image.Mutate"/>.</summary>
public sealed class MutableImage : Image
{
    internal MutableImage(Image image)
        : base(image.NewReference())
    {
    }

    /// <summary>Sets an item of metadata, new or not.</summary>
    public void Set(IntPtr gtype, string name, object value)
    {
        using var content = new Value(gtype);
        content.Set(value);
        VipsImageLibrary.Set(this, name, ref content.Native);
    }

    /// <summary>Sets an item of metadata that is there already.</summary>
    /// <exception cref="ArgumentException">It is not there.</exception>
    public void Set(string name, object value)
    {
        var type = VipsImageLibrary.TypeOf(this, name);
        if (type == 0)
            throw new ArgumentException($"metadata item {name} does not exist - use the overload with a type to create it");
        Set(type, name, value);
    }

    /// <summary>Paints a rectangle, filled or one pixel wide.</summary>
    public void DrawRect(double[] ink, int left, int top, int width, int height, bool? fill = null) =>
        Operation.Call("draw_rect", VOption.Of(("fill", fill)), this, ink, left, top, width, height);
}
