using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public partial class Tensor
    {
        public Tensor add(Tensor target) => Result(Native.nst_add(Handle, target.Handle), this, target);

        public Tensor add(Tensor target, Scalar alpha) =>
            Result(Native.nst_add_scaled(Handle, target.Handle, alpha.Value), this, target);

        public Tensor add(Scalar scalar) => Result(Native.nst_add_scalar(Handle, scalar.Value), this);

        public Tensor add(Scalar scalar, Scalar alpha) =>
            Result(Native.nst_add_scalar_scaled(Handle, scalar.Value, alpha.Value), this);

        public Tensor add_(Tensor target) => Self(Native.nst_add_(Handle, target.Handle), target);

        public Tensor add_(Tensor target, Scalar alpha) => Self(Native.nst_add_scaled_(Handle, target.Handle, alpha.Value), target);

        public Tensor add_(Scalar scalar) => Self(Native.nst_add_scalar_(Handle, scalar.Value));

        public Tensor add_(Scalar scalar, Scalar alpha) => Self(Native.nst_add_scalar_scaled_(Handle, scalar.Value, alpha.Value));

        public Tensor sub(Tensor target) => Result(Native.nst_sub(Handle, target.Handle), this, target);

        public Tensor sub(Scalar target) => Result(Native.nst_sub_scalar(Handle, target.Value), this);

        public Tensor sub_(Tensor target) => Self(Native.nst_sub_(Handle, target.Handle), target);

        public Tensor sub_(Scalar target) => Self(Native.nst_sub_scalar_(Handle, target.Value));

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor mul(Tensor target) => Result(Native.nst_mul(Handle, target.Handle), this, target);

        public Tensor mul(Scalar target) => Result(Native.nst_mul_scalar(Handle, target.Value), this);

        public Tensor mul_(Tensor target) => Self(Native.nst_mul_(Handle, target.Handle), target);

        public Tensor mul_(Scalar target) => Self(Native.nst_mul_scalar_(Handle, target.Value));

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Result(Native.nst_div(Handle, target.Handle, (int)rounding_mode), this, target);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Result(Native.nst_div_scalar(Handle, target.Value, (int)rounding_mode), this);

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Self(Native.nst_div_(Handle, target.Handle, (int)rounding_mode), target);

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Self(Native.nst_div_scalar_(Handle, target.Value, (int)rounding_mode));

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor floor_divide(Tensor other) => Result(Native.nst_floor_divide(Handle, other.Handle), this, other);

        public Tensor floor_divide(Scalar other) => Result(Native.nst_floor_divide_scalar(Handle, other.Value), this);

        public Tensor floor_divide_(Tensor other) => Self(Native.nst_floor_divide_(Handle, other.Handle), other);

        public Tensor floor_divide_(Scalar other) => Self(Native.nst_floor_divide_scalar_(Handle, other.Value));

        public Tensor remainder(Tensor target) => Result(Native.nst_remainder(Handle, target.Handle), this, target);

        public Tensor remainder(Scalar scalar) => Result(Native.nst_remainder_scalar(Handle, scalar.Value), this);

        public Tensor remainder_(Tensor target) => Self(Native.nst_remainder_(Handle, target.Handle), target);

        public Tensor remainder_(Scalar scalar) => Self(Native.nst_remainder_scalar_(Handle, scalar.Value));

        public Tensor fmod(Tensor target) => Result(Native.nst_fmod(Handle, target.Handle), this, target);

        public Tensor fmod(Scalar scalar) => Result(Native.nst_fmod_scalar(Handle, scalar.Value), this);

        public Tensor fmod_(Tensor target) => Self(Native.nst_fmod_(Handle, target.Handle), target);

        public Tensor fmod_(Scalar scalar) => Self(Native.nst_fmod_scalar_(Handle, scalar.Value));

        public Tensor pow(Tensor exponent) => Result(Native.nst_pow(Handle, exponent.Handle), this, exponent);

        public Tensor pow(Scalar exponent) => Result(Native.nst_pow_scalar(Handle, exponent.Value), this);

        public Tensor pow_(Tensor exponent) => Self(Native.nst_pow_(Handle, exponent.Handle), exponent);

        public Tensor pow_(Scalar exponent) => Self(Native.nst_pow_scalar_(Handle, exponent.Value));

        public Tensor square() => pow(2);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Result(Native.nst_addcmul(Handle, tensor1.Handle, tensor2.Handle, value.Value), this, tensor1, tensor2);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Self(Native.nst_addcmul_(Handle, tensor1.Handle, tensor2.Handle, value.Value), tensor1, tensor2);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Result(Native.nst_addcdiv(Handle, tensor1.Handle, tensor2.Handle, value.Value), this, tensor1, tensor2);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, 1);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Self(Native.nst_addcdiv_(Handle, tensor1.Handle, tensor2.Handle, value.Value), tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => addcdiv_(tensor1, tensor2, 1);

        public Tensor lerp(Tensor end, Tensor weight) => Result(Native.nst_lerp(Handle, end.Handle, weight.Handle), this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Self(Native.nst_lerp_(Handle, end.Handle, weight.Handle), end, weight);
    }
}
