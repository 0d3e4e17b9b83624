using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Reductions and orderings. See native/reduction.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_all(nint a);

    [DllImport(Library)]
    internal static extern nint nst_any(nint a);

    [DllImport(Library)]
    internal static extern nint nst_argmax(nint a);

    [DllImport(Library)]
    internal static extern nint nst_argmin(nint a);

    [DllImport(Library)]
    internal static extern nint nst_max(nint a);

    [DllImport(Library)]
    internal static extern nint nst_mean(nint a);

    [DllImport(Library)]
    internal static extern nint nst_median(nint a);

    [DllImport(Library)]
    internal static extern nint nst_min(nint a);

    [DllImport(Library)]
    internal static extern nint nst_all_dim(nint a, long dim, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_any_dim(nint a, long dim, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_argmax_dim(nint a, long dim, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_argmin_dim(nint a, long dim, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_logsumexp_dim(nint a, long dim, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_sum(nint a, int type);

    [DllImport(Library)]
    internal static extern nint nst_sum_dims(nint a, long* dims, int count, bool keep, int type);

    [DllImport(Library)]
    internal static extern nint nst_mean_dims(nint a, long* dims, int count, bool keep, int type);

    [DllImport(Library)]
    internal static extern nint nst_prod(nint a, int type);

    [DllImport(Library)]
    internal static extern nint nst_prod_dim(nint a, long dim, bool keep, int type);

    [DllImport(Library)]
    internal static extern nint nst_var(nint a, bool unbiased);

    [DllImport(Library)]
    internal static extern nint nst_std(nint a, bool unbiased);

    [DllImport(Library)]
    internal static extern nint nst_var_dims(nint a, long* dims, int count, bool unbiased, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_std_dims(nint a, long* dims, int count, bool unbiased, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_amax(nint a, long* dims, int count, bool keep);

    [DllImport(Library)]
    internal static extern nint nst_amin(nint a, long* dims, int count, bool keep);

    [DllImport(Library)]
    internal static extern int nst_max_dim(nint a, long dim, bool keep, nint* into);

    [DllImport(Library)]
    internal static extern int nst_min_dim(nint a, long dim, bool keep, nint* into);

    [DllImport(Library)]
    internal static extern nint nst_norm(nint a, float p);

    [DllImport(Library)]
    internal static extern nint nst_norm_dim(nint a, long dim, bool keep, float p);

    [DllImport(Library)]
    internal static extern nint nst_dist(nint a, nint b, float p);

    [DllImport(Library)]
    internal static extern nint nst_cumsum(nint a, long dim, int type);

    [DllImport(Library)]
    internal static extern nint nst_softmax(nint a, long dim, int type);

    [DllImport(Library)]
    internal static extern nint nst_argsort(nint a, long dim, bool descending);

    [DllImport(Library)]
    internal static extern int nst_sort(nint a, long dim, bool descending, bool stable, nint* into);

    [DllImport(Library)]
    internal static extern int nst_topk(nint a, long k, long dim, bool largest, bool sorted, nint* into);
}
