using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        public static partial class cuda
        {
            public static partial class matmul
            {
                public static bool allow_tf32
                {
                    get => Native.nst_cublas_allow_tf32();
                    set => Native.nst_set_cublas_allow_tf32(value);
                }
            }
        }

        public static partial class cudnn
        {
            public static bool allow_tf32
            {
                get => Native.nst_cudnn_allow_tf32();
                set => Native.nst_set_cudnn_allow_tf32(value);
            }
        }
    }
}
