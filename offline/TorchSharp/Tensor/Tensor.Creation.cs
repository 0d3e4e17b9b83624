using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Result(Native.nst_empty_like(Handle, Like(dtype, device, requires_grad)), this);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Result(Native.nst_zeros_like(Handle, Like(dtype, device, requires_grad)), this);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Result(Native.nst_ones_like(Handle, Like(dtype, device, requires_grad)), this);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Result(Native.nst_full_like(Handle, value.Value, Like(dtype, device, requires_grad)), this);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Result(Native.nst_rand_like(Handle, Like(dtype, device, requires_grad)), this);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Result(Native.nst_randn_like(Handle, Like(dtype, device, requires_grad)), this);

        private TensorOptions Like(ScalarType? type, Device? device, bool requiresGrad) =>
            new(type ?? dtype, device is null ? this.device : InitializeDevice(device), requiresGrad);
    }
}
