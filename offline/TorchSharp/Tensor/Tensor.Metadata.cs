using System.Globalization;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => Kept(Native.nst_ndim(Handle));

        public long ndim => Dimensions;

        public long NumberOfElements => Kept(Native.nst_numel(Handle));

        public long ElementSize => Kept(Native.nst_element_size(Handle));

        public ScalarType dtype => (ScalarType)Kept(Native.nst_dtype(Handle));

        public DeviceType device_type => (DeviceType)Kept(Native.nst_device_type(Handle));

        public int device_index => (int)Kept(Native.nst_device_index(Handle));

        public Device device => device_type == DeviceType.CPU ? new Device(DeviceType.CPU) : new Device(device_type, device_index);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Kept(Native.nst_is_sparse(Handle));

        public long[] shape => size();

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_contiguous() => Kept(Native.nst_is_contiguous(Handle));

        public unsafe long[] size()
        {
            var sizes = new long[Dimensions];
            fixed (long* into = sizes)
                Native.nst_sizes(Handle, into);
            GC.KeepAlive(this);
            return sizes;
        }

        public unsafe long size(int dim)
        {
            long size;
            Check(Native.nst_size(Handle, dim, &size), this);
            return size;
        }

        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* into = strides)
                Check(Native.nst_strides(Handle, into), this);
            return strides;
        }

        public unsafe long stride(int dim)
        {
            long stride;
            Check(Native.nst_stride(Handle, dim, &stride), this);
            return stride;
        }

        public long storage_offset() => Kept(Native.nst_storage_offset(Handle));

        public override string ToString() =>
            $"[{string.Join('x', shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}], type = {dtype}, device = {device}";

        // A query's answer, with this tensor alive until it was given.
        private T Kept<T>(T answer) where T : unmanaged
        {
            GC.KeepAlive(this);
            return answer;
        }
    }
}
