using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Lifetime, shape and type queries, raw data. See native/tensor.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern void nst_tensor_delete(nint a);

    [DllImport(Library)]
    internal static extern nint nst_alias(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern long nst_ndim(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern long nst_numel(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern long nst_element_size(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern long nst_storage_offset(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern int nst_dtype(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern int nst_device_type(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern int nst_device_index(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern bool nst_is_contiguous(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern bool nst_is_leaf(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern bool nst_is_sparse(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern bool nst_requires_grad(nint a);

    [DllImport(Library), SuppressGCTransition]
    internal static extern void nst_sizes(nint a, long* into);

    [DllImport(Library)]
    internal static extern int nst_strides(nint a, long* into);

    [DllImport(Library)]
    internal static extern int nst_size(nint a, long dim, long* into);

    [DllImport(Library)]
    internal static extern int nst_stride(nint a, long dim, long* into);

    [DllImport(Library)]
    internal static extern nint nst_data(nint a);

    [DllImport(Library)]
    internal static extern int nst_item(nint a, ScalarValue* into);

    [DllImport(Library)]
    internal static extern int nst_set_(nint a, nint source);
}
