using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor argsort(long dim = -1, bool descending = false) => Result(Native.nst_argsort(Handle, dim, descending), this);

        public unsafe (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var pair = stackalloc nint[2];
            Check(Native.nst_sort(Handle, dim, descending, stable, pair), this);
            return Pair(pair);
        }

        public unsafe (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var pair = stackalloc nint[2];
            Check(Native.nst_topk(Handle, k, dim, largest, sorted, pair), this);
            return Pair(pair);
        }
    }
}
