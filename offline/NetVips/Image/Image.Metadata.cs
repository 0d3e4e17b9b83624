using NetVips.Interop;

namespace NetVips;

public partial class Image
{
    /// <summary>Whether there is an item of metadata of this name.</summary>
    public bool Contains(string name) => VipsImageLibrary.TypeOf(this, name) != 0;

    /// <summary>An item of metadata: a number, a string, an array or bytes.</summary>
    /// <exception cref="VipsException">There is none of this name.</exception>
    public object Get(string name)
    {
        using var value = Value.OfMetadata(this, name);
        return value.Get();
    }

    /// <summary>The names of all metadata.</summary>
    public unsafe string[] GetFields()
    {
        var list = VipsImageLibrary.Fields(this);
        var names = new List<string>();
        for (var cell = (nint*)list; *cell != 0; cell++)
            names.Add(NativeText.Borrow(*cell));
        GLibrary.FreeStrings(list);
        return [.. names];
    }

    /// <summary>Whether the last band is taken for alpha.</summary>
    public bool HasAlpha() => VipsImageLibrary.HasAlpha(this) != 0;

    /// <summary>Stops the computation of this image, or allows it again.</summary>
    public void SetKill(bool kill) => VipsImageLibrary.SetKill(this, kill ? 1 : 0);

    /// <summary>A copy of this image, changed by the action.</summary>
    public virtual Image Mutate(Action<MutableImage> action)
    {
        var copy = Copy();
        try
        {
            using var mutable = new MutableImage(copy);
            action(mutable);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
