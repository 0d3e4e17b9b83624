using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Products and decompositions. See native/linalg.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_bmm(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_dot(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_inner(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_matmul(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_mm(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_mv(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_outer(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_addmm(nint a, nint mat1, nint mat2, float beta, float alpha);

    [DllImport(Library)]
    internal static extern int nst_addmm_(nint a, nint mat1, nint mat2, float beta, float alpha);

    [DllImport(Library)]
    internal static extern nint nst_baddbmm(nint a, nint batch1, nint batch2, float beta, float alpha);

    [DllImport(Library)]
    internal static extern nint nst_einsum(byte* equation, nint* operands, int count);

    [DllImport(Library)]
    internal static extern int nst_linalg_svd(nint a, bool full, nint* into);

    [DllImport(Library)]
    internal static extern nint nst_linalg_svdvals(nint a);

    [DllImport(Library)]
    internal static extern int nst_linalg_eigh(nint a, byte part, nint* into);

    [DllImport(Library)]
    internal static extern nint nst_linalg_eigvalsh(nint a, byte part);

    [DllImport(Library)]
    internal static extern nint nst_linalg_cholesky(nint a);

    [DllImport(Library)]
    internal static extern nint nst_linalg_inv(nint a);

    [DllImport(Library)]
    internal static extern nint nst_linalg_det(nint a);

    [DllImport(Library)]
    internal static extern nint nst_linalg_solve(nint a, nint b, bool left);

    [DllImport(Library)]
    internal static extern int nst_linalg_qr(nint a, byte* mode, nint* into);

    [DllImport(Library)]
    internal static extern nint nst_linalg_norm(nint a, ScalarValue order, long* dims, int count, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_linalg_norm_named(nint a, byte* order, long* dims, int count, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_linalg_vector_norm(nint a, ScalarValue order, long* dims, int count, bool keep);
}
