using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => index_put_(value, i1);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(i1, i2);
            set => index_put_(value, i1, i2);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(i1, i2, i3);
            set => index_put_(value, i1, i2, i3);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(i1, i2, i3, i4);
            set => index_put_(value, i1, i2, i3, i4);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            fixed (NativeIndex* items = Encode(indices))
            {
                var result = Result(Native.nst_index(Handle, items, indices.Length), this);
                GC.KeepAlive(indices);
                return result;
            }
        }

        public Tensor index(params Tensor[] indices) => index([.. indices.Select(TensorIndex.Tensor)]);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            fixed (NativeIndex* items = Encode(indices))
                Check(Native.nst_index_put_(Handle, items, indices.Length, value.Handle), this, value, indices);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, (TensorIndex[])[.. indices.Select(TensorIndex.Tensor)]);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            fixed (NativeIndex* items = Encode(indices))
                Check(Native.nst_index_put_scalar_(Handle, items, indices.Length, value.Value), this, indices);
            return this;
        }

        public Tensor select(long dim, long index) => Result(Native.nst_select(Handle, dim, index), this);

        public Tensor narrow(long dim, long start, long length) => Result(Native.nst_narrow(Handle, dim, start, length), this);

        public Tensor slice(long dim, long start, long finish, long step) =>
            Result(Native.nst_slice(Handle, dim, start, finish, step), this);

        public Tensor index_select(long dim, Tensor index) => Result(Native.nst_index_select(Handle, dim, index.Handle), this, index);

        public Tensor gather(long dim, Tensor index) => Result(Native.nst_gather(Handle, dim, index.Handle), this, index);

        public Tensor masked_select(Tensor mask) => Result(Native.nst_masked_select(Handle, mask.Handle), this, mask);

        public Tensor nonzero() => Result(Native.nst_nonzero(Handle), this);

        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Self(Native.nst_scatter_(Handle, dim, index.Handle, src.Handle), index, src);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Self(Native.nst_index_add_(Handle, dim, index.Handle, source.Handle, alpha.Value), index, source);

        private static NativeIndex[] Encode(TensorIndex[] indices) => Array.ConvertAll(indices, index => index.Native);
    }
}
