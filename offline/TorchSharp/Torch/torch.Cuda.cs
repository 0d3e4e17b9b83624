using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static bool cuda_is_available() => cuda.is_available();

    public static partial class cuda
    {
        public static bool is_available() => Native.nst_cuda_is_available();

        public static bool is_cudnn_available() => Native.nst_cuda_has_cudnn();

        public static int device_count() => Native.nst_cuda_device_count();

        public static void manual_seed(long seed) => Check(Native.nst_cuda_manual_seed(seed));

        public static void manual_seed_all(long seed) => Check(Native.nst_cuda_manual_seed_all(seed));

        public static void synchronize(Device? device = null) => Check(Native.nst_cuda_synchronize(device?.index ?? -1));
    }
}
