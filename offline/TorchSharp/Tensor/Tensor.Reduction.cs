using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Result(Native.nst_sum(Handle, Code(type)), this);

        public unsafe Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null)
        {
            fixed (long* dims = dim)
                return Result(Native.nst_sum_dims(Handle, dims, dim.Length, keepdim, Code(type)), this);
        }

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum((ReadOnlySpan<long>)dim, keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((ReadOnlySpan<long>)[dim0, dim1, dim2], keepdim, type);

        public Tensor mean() => Result(Native.nst_mean(Handle), this);

        public unsafe Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            fixed (long* dims = dimensions)
                return Result(Native.nst_mean_dims(Handle, dims, dimensions.Length, keepdim, Code(type)), this);
        }

        public Tensor median() => Result(Native.nst_median(Handle), this);

        public Tensor prod(ScalarType? type = null) => Result(Native.nst_prod(Handle, Code(type)), this);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Result(Native.nst_prod_dim(Handle, dim, keepdim, Code(type)), this);

        public Tensor all() => Result(Native.nst_all(Handle), this);

        public Tensor all(long dim, bool keepdim = false) => Result(Native.nst_all_dim(Handle, dim, keepdim), this);

        public Tensor any() => Result(Native.nst_any(Handle), this);

        public Tensor any(long dim, bool keepdim = false) => Result(Native.nst_any_dim(Handle, dim, keepdim), this);

        public Tensor max() => Result(Native.nst_max(Handle), this);

        public Tensor max(Tensor other) => maximum(other);

        public unsafe (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            var pair = stackalloc nint[2];
            Check(Native.nst_max_dim(Handle, dim, keepdim, pair), this);
            return Pair(pair);
        }

        public Tensor min() => Result(Native.nst_min(Handle), this);

        public Tensor min(Tensor other) => minimum(other);

        public unsafe (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            var pair = stackalloc nint[2];
            Check(Native.nst_min_dim(Handle, dim, keepdim, pair), this);
            return Pair(pair);
        }

        public unsafe Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null)
        {
            RequireNoOut(@out);
            fixed (long* items = dims)
                return Result(Native.nst_amax(Handle, items, dims.Length, keepdim), this);
        }

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        public unsafe Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null)
        {
            RequireNoOut(@out);
            fixed (long* items = dims)
                return Result(Native.nst_amin(Handle, items, dims.Length, keepdim), this);
        }

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amin(params long[] dims) => amin((ReadOnlySpan<long>)dims);

        public Tensor argmax() => Result(Native.nst_argmax(Handle), this);

        public Tensor argmax(long dim, bool keepdim = false) => Result(Native.nst_argmax_dim(Handle, dim, keepdim), this);

        public Tensor argmin() => Result(Native.nst_argmin(Handle), this);

        public Tensor argmin(long dim, bool keepdim = false) => Result(Native.nst_argmin_dim(Handle, dim, keepdim), this);

        public Tensor norm(float p = 2.0f) => Result(Native.nst_norm(Handle, p), this);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            Result(Native.nst_norm_dim(Handle, dim, keepdim, p), this);

        public Tensor dist(Tensor other, float p = 2.0f) => Result(Native.nst_dist(Handle, other.Handle, p), this, other);

        public Tensor logsumexp(long dim, bool keepdim = false) => Result(Native.nst_logsumexp_dim(Handle, dim, keepdim), this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Result(Native.nst_softmax(Handle, dim, Code(dtype)), this);

        public Tensor cumsum(long dim, ScalarType? type = null) => Result(Native.nst_cumsum(Handle, dim, Code(type)), this);

        internal static int Code(ScalarType? type) => type is { } known ? (int)known : -1;

        private static unsafe (Tensor, Tensor) Pair(nint* handles) => (new Tensor(handles[0]), new Tensor(handles[1]));

        private static void RequireNoOut(Tensor? @out)
        {
            if (@out is not null)
                throw new NotSupportedException("This stand-in for TorchSharp has no 'out' tensors: use the result.");
        }
    }
}
