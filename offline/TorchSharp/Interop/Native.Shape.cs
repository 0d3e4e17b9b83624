using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Views and arrangements. See native/shape.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_flip(nint a, long* items, int count);

    [DllImport(Library)]
    internal static extern nint nst_permute(nint a, long* items, int count);

    [DllImport(Library)]
    internal static extern nint nst_repeat(nint a, long* items, int count);

    [DllImport(Library)]
    internal static extern nint nst_reshape(nint a, long* items, int count);

    [DllImport(Library)]
    internal static extern nint nst_view(nint a, long* items, int count);

    [DllImport(Library)]
    internal static extern nint nst_t(nint a);

    [DllImport(Library)]
    internal static extern nint nst_numpy_T(nint a);

    [DllImport(Library)]
    internal static extern nint nst_mT(nint a);

    [DllImport(Library)]
    internal static extern nint nst_transpose(nint a, long dim0, long dim1);

    [DllImport(Library)]
    internal static extern int nst_transpose_(nint a, long dim0, long dim1);

    [DllImport(Library)]
    internal static extern nint nst_flatten(nint a, long start, long end);

    [DllImport(Library)]
    internal static extern nint nst_squeeze(nint a);

    [DllImport(Library)]
    internal static extern nint nst_squeeze_dim(nint a, long dim);

    [DllImport(Library)]
    internal static extern nint nst_unsqueeze(nint a, long dim);

    [DllImport(Library)]
    internal static extern int nst_unsqueeze_(nint a, long dim);

    [DllImport(Library)]
    internal static extern nint nst_expand(nint a, long* size, int dims, bool isImplicit);

    [DllImport(Library)]
    internal static extern nint nst_as_strided(nint a, long* size, int dims, long* strides, int strideCount, long offset);

    [DllImport(Library)]
    internal static extern nint nst_roll(nint a, long* shifts, int shiftCount, long* dims, int dimCount);

    [DllImport(Library)]
    internal static extern nint nst_diag(nint a, long diagonal);

    [DllImport(Library)]
    internal static extern nint nst_diagonal(nint a, long offset, long dim1, long dim2);

    [DllImport(Library)]
    internal static extern nint nst_tril(nint a, long diagonal);

    [DllImport(Library)]
    internal static extern nint nst_triu(nint a, long diagonal);

    [DllImport(Library)]
    internal static extern nint nst_repeat_interleave(nint a, long repeats, long* dim);

    [DllImport(Library)]
    internal static extern nint nst_repeat_interleave_tensor(nint a, nint repeats, long* dim);

    [DllImport(Library)]
    internal static extern nint nst_unfold(nint a, long dim, long size, long step);

    [DllImport(Library)]
    internal static extern nint nst_trace(nint a);
}
