using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// New tensors. See native/creation.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_empty(long* size, int dims, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_zeros(long* size, int dims, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_ones(long* size, int dims, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_full(long* size, int dims, ScalarValue value, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_eye(long rows, long columns, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_arange(ScalarValue start, ScalarValue stop, ScalarValue step, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_linspace(double start, double end, long steps, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_rand(long* size, int dims, nint generator, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_randn(long* size, int dims, nint generator, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_randint(long low, long high, long* size, int dims, nint generator, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_randperm(long count, nint generator, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_empty_like(nint a, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_zeros_like(nint a, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_ones_like(nint a, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_full_like(nint a, ScalarValue value, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_rand_like(nint a, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_randn_like(nint a, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_from_copy(void* data, long* size, int dims, int from, TensorOptions options);

    [DllImport(Library)]
    internal static extern nint nst_from_shared(
        nint data, long* size, int dims, int from, TensorOptions options, delegate* unmanaged[Cdecl]<nint, void> release, nint context);
}
