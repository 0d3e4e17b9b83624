using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor[] chunk(long chunks, long dim = 0L)
        {
            using var parts = new TensorParts();
            Check(Native.nst_chunk(Handle, chunks, dim, TensorParts.Receive, parts.Context), this);
            return parts.ToArray();
        }

        public Tensor[] split(long size, int dim = 0)
        {
            using var parts = new TensorParts();
            Check(Native.nst_split(Handle, size, dim, TensorParts.Receive, parts.Context), this);
            return parts.ToArray();
        }

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            using var parts = new TensorParts();
            fixed (long* items = sizes)
                Check(Native.nst_split_sizes(Handle, items, sizes.Length, dim, TensorParts.Receive, parts.Context), this);
            return parts.ToArray();
        }

        public Tensor[] split(long[] sizes, long dim = 0) => split((ReadOnlySpan<long>)sizes, dim);

        public Tensor[] split(params long[] sizes) => split((ReadOnlySpan<long>)sizes, 0);

        public Tensor[] unbind(long dimension = 0L)
        {
            using var parts = new TensorParts();
            Check(Native.nst_unbind(Handle, dimension, TensorParts.Receive, parts.Context), this);
            return parts.ToArray();
        }
    }
}
