using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Mirrors Index in native/indexing.cpp.
[StructLayout(LayoutKind.Sequential)]
internal struct NativeIndex
{
    internal const long Unset = long.MinValue;

    internal long Kind;
    internal long Start;
    internal long Stop;
    internal long Step;
    internal nint Tensor;
}
