using System.Runtime.InteropServices;
using NetVips.Interop;

namespace NetVips;

/// <summary>Owns one reference on a GObject and drops it when disposed or collected.</summary>
public class GObject : SafeHandle
{
    internal GObject(nint pointer)
        : base(0, true) => SetHandle(pointer);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Adds a reference for somebody who will drop it.</summary>
    internal nint NewReference()
    {
        var held = false;
        DangerousAddRef(ref held);
        try
        {
            return GLibrary.Ref(handle);
        }
        finally
        {
            DangerousRelease();
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        GLibrary.Unref(handle);
        return true;
    }
}
