using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor T => Result(Native.nst_numpy_T(Handle), this);

        public Tensor mT => Result(Native.nst_mT(Handle), this);

        public Tensor t() => Result(Native.nst_t(Handle), this);

        public Tensor transpose(long dim0, long dim1) => Result(Native.nst_transpose(Handle, dim0, dim1), this);

        public Tensor transpose_(long dim0, long dim1) => Self(Native.nst_transpose_(Handle, dim0, dim1));

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor permute(params long[] permutation)
        {
            fixed (long* dims = permutation)
                return Result(Native.nst_permute(Handle, dims, permutation.Length), this);
        }

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor view(params long[] shape)
        {
            fixed (long* sizes = shape)
                return Result(Native.nst_view(Handle, sizes, shape.Length), this);
        }

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor reshape(params long[] shape)
        {
            fixed (long* sizes = shape)
                return Result(Native.nst_reshape(Handle, sizes, shape.Length), this);
        }

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Result(Native.nst_flatten(Handle, start_dim, end_dim), this);

        public Tensor squeeze(long? dim = null) =>
            Result(dim is { } one ? Native.nst_squeeze_dim(Handle, one) : Native.nst_squeeze(Handle), this);

        public Tensor unsqueeze(long dim) => Result(Native.nst_unsqueeze(Handle, dim), this);

        public Tensor unsqueeze_(long dim) => Self(Native.nst_unsqueeze_(Handle, dim));

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false)
        {
            fixed (long* items = sizes)
                return Result(Native.nst_expand(Handle, items, sizes.Length, isImplicit), this);
        }

        public Tensor expand(long[] sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes, isImplicit);

        public Tensor expand(params long[] sizes) => expand((ReadOnlySpan<long>)sizes);

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor repeat(params long[] sizes)
        {
            fixed (long* items = sizes)
                return Result(Native.nst_repeat(Handle, items, sizes.Length), this);
        }

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            RequireNoOutputSize(output_size);
            var along = dim.GetValueOrDefault();
            return Result(Native.nst_repeat_interleave_tensor(Handle, repeats.Handle, dim.HasValue ? &along : null), this, repeats);
        }

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            RequireNoOutputSize(output_size);
            var along = dim.GetValueOrDefault();
            return Result(Native.nst_repeat_interleave(Handle, repeats, dim.HasValue ? &along : null), this);
        }

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L)
        {
            fixed (long* sizes = size, steps = strides)
                return Result(Native.nst_as_strided(Handle, sizes, size.Length, steps, strides.Length, storageOffset), this);
        }

        public Tensor unfold(long dimension, long size, long step) => Result(Native.nst_unfold(Handle, dimension, size, step), this);

        public Tensor flip(params long[] dims)
        {
            fixed (long* items = dims)
                return Result(Native.nst_flip(Handle, items, dims.Length), this);
        }

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default)
        {
            fixed (long* by = shifts, along = dims)
                return Result(Native.nst_roll(Handle, by, shifts.Length, along, dims.Length), this);
        }

        public Tensor roll(long shifts, long? dims = null) =>
            dims is { } dim ? roll((ReadOnlySpan<long>)[shifts], [dim]) : roll((ReadOnlySpan<long>)[shifts], []);

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll((ReadOnlySpan<long>)[shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll((ReadOnlySpan<long>)[shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(long[] shifts, long[] dims) => roll((ReadOnlySpan<long>)shifts, dims);

        public Tensor roll(long[] shifts) => roll((ReadOnlySpan<long>)shifts, [0]);

        public Tensor diag(long diagonal = 0) => Result(Native.nst_diag(Handle, diagonal), this);

        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            Result(Native.nst_diagonal(Handle, offset, dim1, dim2), this);

        public Tensor trace() => Result(Native.nst_trace(Handle), this);

        public Tensor tril(long diagonal = 0) => Result(Native.nst_tril(Handle, diagonal), this);

        public Tensor triu(long diagonal = 0) => Result(Native.nst_triu(Handle, diagonal), this);

        private static void RequireNoOutputSize(long? size)
        {
            if (size is not null)
                throw new NotSupportedException("This stand-in for TorchSharp finds the output size itself: leave it out.");
        }
    }
}
