using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Of the libtorch that the native library was built against.
    public static unsafe string __version__ => Marshal.PtrToStringUTF8((nint)Native.nst_version())!;
}
