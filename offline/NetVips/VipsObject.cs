using System.Runtime.InteropServices;
using NetVips.Interop;

namespace NetVips;

/// <summary>A GObject of libvips, whose properties are read and written by name through GValues.</summary>
public class VipsObject : GObject
{
    // Where a GParamSpec holds the GType of its values: after its class pointer, its name and its flags, each eight bytes wide.
    private const int ValueTypeOffset = 24;

    internal VipsObject(nint pointer)
        : base(pointer)
    {
    }

    internal nint TypeOfProperty(string name)
    {
        if (VipsLibrary.ObjectGetArgument(this, name, out var parameter, out _, out _) != 0)
            throw new VipsException($"no property {name}");
        return Marshal.ReadIntPtr(parameter, ValueTypeOffset);
    }

    internal void SetProperty(nint type, string name, object content)
    {
        using var value = new Value(type);
        value.Set(content);
        GLibrary.SetProperty(this, name, ref value.Native);
    }

    internal object GetProperty(nint type, string name)
    {
        using var value = new Value(type);
        GLibrary.GetProperty(this, name, ref value.Native);
        return value.Get();
    }
}
