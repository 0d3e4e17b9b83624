using System.Runtime.InteropServices;

namespace NetVips.Interop;

/// <summary>The memory layout of GObject's GValue: the type, then a union of two eight-byte cells.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    internal nint Type;
    private readonly long _first;
    private readonly long _second;
}
