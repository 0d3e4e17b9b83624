using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) =>
            Self(Native.nst_normal_(Handle, mean, std, generator?.Handle ?? 0), generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Self(Native.nst_uniform_(Handle, from, to, generator?.Handle ?? 0), generator);
    }
}
