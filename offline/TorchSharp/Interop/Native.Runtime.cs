using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Threads, devices, version. See native/runtime.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern byte* nst_version();

    [DllImport(Library)]
    internal static extern int nst_num_threads();

    [DllImport(Library)]
    internal static extern int nst_set_num_threads(int count);

    [DllImport(Library)]
    internal static extern int nst_num_interop_threads();

    [DllImport(Library)]
    internal static extern int nst_set_num_interop_threads(int count);

    [DllImport(Library)]
    internal static extern bool nst_cuda_is_available();

    [DllImport(Library)]
    internal static extern bool nst_cuda_has_cudnn();

    [DllImport(Library)]
    internal static extern int nst_cuda_device_count();

    [DllImport(Library)]
    internal static extern int nst_cuda_synchronize(long index);

    [DllImport(Library)]
    internal static extern int nst_cuda_manual_seed(long seed);

    [DllImport(Library)]
    internal static extern int nst_cuda_manual_seed_all(long seed);

    [DllImport(Library)]
    internal static extern bool nst_cublas_allow_tf32();

    [DllImport(Library)]
    internal static extern void nst_set_cublas_allow_tf32(bool allow);

    [DllImport(Library)]
    internal static extern bool nst_cudnn_allow_tf32();

    [DllImport(Library)]
    internal static extern void nst_set_cudnn_allow_tf32(bool allow);
}
