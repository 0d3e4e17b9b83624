using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Parts of a tensor. See native/indexing.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_index(nint a, NativeIndex* indices, int count);

    [DllImport(Library)]
    internal static extern int nst_index_put_(nint a, NativeIndex* indices, int count, nint value);

    [DllImport(Library)]
    internal static extern int nst_index_put_scalar_(nint a, NativeIndex* indices, int count, ScalarValue value);

    [DllImport(Library)]
    internal static extern nint nst_select(nint a, long dim, long index);

    [DllImport(Library)]
    internal static extern nint nst_narrow(nint a, long dim, long start, long length);

    [DllImport(Library)]
    internal static extern nint nst_slice(nint a, long dim, long start, long finish, long step);

    [DllImport(Library)]
    internal static extern nint nst_index_select(nint a, long dim, nint index);

    [DllImport(Library)]
    internal static extern nint nst_gather(nint a, long dim, nint index);

    [DllImport(Library)]
    internal static extern nint nst_masked_select(nint a, nint mask);

    [DllImport(Library)]
    internal static extern nint nst_nonzero(nint a);

    [DllImport(Library)]
    internal static extern int nst_scatter_(nint a, long dim, nint index, nint source);

    [DllImport(Library)]
    internal static extern int nst_index_add_(nint a, long dim, nint index, nint source, ScalarValue alpha);
}
