using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor alias() => Result(Native.nst_alias(Handle), this);

        public Tensor clone() => Result(Native.nst_clone(Handle), this);

        public Tensor contiguous() => Result(Native.nst_contiguous(Handle), this);

        public Tensor cpu() => Result(Native.nst_cpu(Handle), this);

        public Tensor cuda(Device? device = null, bool non_blocking = false)
        {
            if (device is not null && device.type != DeviceType.CUDA)
                throw new ArgumentException("Not a CUDA device.", nameof(device));
            InitializeDeviceType(DeviceType.CUDA);
            return Result(
                device is null
                    ? Native.nst_cuda(Handle)
                    : Native.nst_to_device(Handle, (int)DeviceType.CUDA, device.index, false, non_blocking),
                this);
        }

        public Tensor pin_memory() => Result(Native.nst_pin_memory(Handle), this);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(Result(Native.nst_to_type(Handle, (int)type, copy, non_blocking), this), disposeAfter);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            InitializeDeviceType(deviceType);
            var result = Result(Native.nst_to_device(Handle, (int)deviceType, deviceIndex, copy, non_blocking), this);
            return Converted(result, disposeAfter);
        }

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            device = InitializeDevice(device);
            var handle = Native.nst_to_device_and_type(Handle, (int)device.type, device.index, (int)type, copy, non_blocking);
            return Converted(Result(handle, this), disposeAfter);
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(device.type, device.index, copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking: non_blocking);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor type(ScalarType dtype) => to(dtype);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Self(Native.nst_copy_(Handle, source.Handle, nonBlocking), source);

        public Tensor fill_(Scalar value) => Self(Native.nst_fill_(Handle, value.Value));

        public Tensor set_(Tensor source) => Self(Native.nst_set_(Handle, source.Handle), source);

        // The one operation in place here whose result is another wrapper, as in the published package.
        public Tensor zero_() => Result(Native.nst_zero_(Handle), this);

        private Tensor Converted(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}
