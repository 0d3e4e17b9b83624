using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Copies, and moves between types and devices. See native/conversion.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_clone(nint a);

    [DllImport(Library)]
    internal static extern nint nst_contiguous(nint a);

    [DllImport(Library)]
    internal static extern nint nst_cpu(nint a);

    [DllImport(Library)]
    internal static extern nint nst_cuda(nint a);

    [DllImport(Library)]
    internal static extern nint nst_pin_memory(nint a);

    [DllImport(Library)]
    internal static extern nint nst_to_type(nint a, int type, bool copy, bool nonBlocking);

    [DllImport(Library)]
    internal static extern nint nst_to_device(nint a, int device, int index, bool copy, bool nonBlocking);

    [DllImport(Library)]
    internal static extern nint nst_to_device_and_type(nint a, int device, int index, int type, bool copy, bool nonBlocking);

    [DllImport(Library)]
    internal static extern int nst_copy_(nint a, nint source, bool nonBlocking);

    [DllImport(Library)]
    internal static extern int nst_fill_(nint a, ScalarValue value);

    [DllImport(Library)]
    internal static extern nint nst_zero_(nint a);
}
