using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Result(Native.nst_abs(Handle), this);

        public Tensor abs_() => Self(Native.nst_abs_(Handle));

        public Tensor ceil() => Result(Native.nst_ceil(Handle), this);

        public Tensor ceil_() => Self(Native.nst_ceil_(Handle));

        public Tensor cos() => Result(Native.nst_cos(Handle), this);

        public Tensor cos_() => Self(Native.nst_cos_(Handle));

        public Tensor erf() => Result(Native.nst_erf(Handle), this);

        public Tensor erf_() => Self(Native.nst_erf_(Handle));

        public Tensor exp() => Result(Native.nst_exp(Handle), this);

        public Tensor exp_() => Self(Native.nst_exp_(Handle));

        public Tensor exp2() => Result(Native.nst_exp2(Handle), this);

        public Tensor exp2_() => Self(Native.nst_exp2_(Handle));

        public Tensor expm1() => Result(Native.nst_expm1(Handle), this);

        public Tensor expm1_() => Self(Native.nst_expm1_(Handle));

        public Tensor floor() => Result(Native.nst_floor(Handle), this);

        public Tensor floor_() => Self(Native.nst_floor_(Handle));

        public Tensor frac() => Result(Native.nst_frac(Handle), this);

        public Tensor frac_() => Self(Native.nst_frac_(Handle));

        public Tensor log() => Result(Native.nst_log(Handle), this);

        public Tensor log_() => Self(Native.nst_log_(Handle));

        public Tensor log10() => Result(Native.nst_log10(Handle), this);

        public Tensor log10_() => Self(Native.nst_log10_(Handle));

        public Tensor log1p() => Result(Native.nst_log1p(Handle), this);

        public Tensor log1p_() => Self(Native.nst_log1p_(Handle));

        public Tensor log2() => Result(Native.nst_log2(Handle), this);

        public Tensor log2_() => Self(Native.nst_log2_(Handle));

        public Tensor logical_not() => Result(Native.nst_logical_not(Handle), this);

        public Tensor logical_not_() => Self(Native.nst_logical_not_(Handle));

        public Tensor bitwise_not() => Result(Native.nst_bitwise_not(Handle), this);

        public Tensor bitwise_not_() => Self(Native.nst_bitwise_not_(Handle));

        public Tensor neg() => Result(Native.nst_neg(Handle), this);

        public Tensor neg_() => Self(Native.nst_neg_(Handle));

        public Tensor reciprocal() => Result(Native.nst_reciprocal(Handle), this);

        public Tensor reciprocal_() => Self(Native.nst_reciprocal_(Handle));

        public Tensor relu() => Result(Native.nst_relu(Handle), this);

        public Tensor relu_() => Self(Native.nst_relu_(Handle));

        public Tensor rsqrt() => Result(Native.nst_rsqrt(Handle), this);

        public Tensor rsqrt_() => Self(Native.nst_rsqrt_(Handle));

        public Tensor sigmoid() => Result(Native.nst_sigmoid(Handle), this);

        public Tensor sigmoid_() => Self(Native.nst_sigmoid_(Handle));

        public Tensor sign() => Result(Native.nst_sign(Handle), this);

        public Tensor sign_() => Self(Native.nst_sign_(Handle));

        public Tensor sin() => Result(Native.nst_sin(Handle), this);

        public Tensor sin_() => Self(Native.nst_sin_(Handle));

        public Tensor sqrt() => Result(Native.nst_sqrt(Handle), this);

        public Tensor sqrt_() => Self(Native.nst_sqrt_(Handle));

        public Tensor tan() => Result(Native.nst_tan(Handle), this);

        public Tensor tan_() => Self(Native.nst_tan_(Handle));

        public Tensor tanh() => Result(Native.nst_tanh(Handle), this);

        public Tensor tanh_() => Self(Native.nst_tanh_(Handle));

        public Tensor trunc() => Result(Native.nst_trunc(Handle), this);

        public Tensor trunc_() => Self(Native.nst_trunc_(Handle));

        public Tensor absolute() => abs();

        public Tensor negative() => neg();

        public Tensor fix() => trunc();

        public Tensor round(long decimals = 0L) => Result(Native.nst_round(Handle, decimals), this);

        public Tensor round_(long decimals = 0L) => Self(Native.nst_round_(Handle, decimals));

        public Tensor atan2(Tensor other) => Result(Native.nst_atan2(Handle, other.Handle), this, other);

        public Tensor bitwise_and(Tensor other) => Result(Native.nst_bitwise_and(Handle, other.Handle), this, other);

        public Tensor bitwise_or(Tensor other) => Result(Native.nst_bitwise_or(Handle, other.Handle), this, other);

        public Tensor bitwise_xor(Tensor other) => Result(Native.nst_bitwise_xor(Handle, other.Handle), this, other);

        public Tensor logical_and(Tensor other) => Result(Native.nst_logical_and(Handle, other.Handle), this, other);

        public Tensor logical_or(Tensor other) => Result(Native.nst_logical_or(Handle, other.Handle), this, other);

        public Tensor logical_xor(Tensor other) => Result(Native.nst_logical_xor(Handle, other.Handle), this, other);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            Result(Native.nst_clamp(Handle, ValueOf(min), ValueOf(max)), this);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) =>
            Result(Native.nst_clamp_tensor(Handle, HandleOf(min), HandleOf(max)), this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) =>
            Self(Native.nst_clamp_(Handle, ValueOf(min), ValueOf(max)));

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) =>
            Self(Native.nst_clamp_tensor_(Handle, HandleOf(min), HandleOf(max)), min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_max(Scalar max) => clamp((Scalar?)null, max);

        public Tensor clamp_min(Scalar min) => clamp(min, (Scalar?)null);

        public Tensor maximum(Tensor other) => Result(Native.nst_maximum(Handle, other.Handle), this, other);

        public Tensor minimum(Tensor other) => Result(Native.nst_minimum(Handle, other.Handle), this, other);

        public Tensor where(Tensor condition, Tensor y)
        {
            if (condition.dtype != ScalarType.Bool)
                throw new ArgumentException("The condition to 'where' must be a boolean tensor.");
            return Result(Native.nst_where(condition.Handle, Handle, y.Handle), condition, this, y);
        }

        public Tensor masked_fill(Tensor mask, Scalar value) =>
            Result(Native.nst_masked_fill(Handle, mask.Handle, value.Value), this, mask);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Self(Native.nst_masked_fill_(Handle, mask.Handle, value.Value), mask);

        internal static nint HandleOf(Tensor? tensor) => tensor is null ? 0 : tensor.Handle;

        private static ScalarValue ValueOf(Scalar? scalar) => scalar is null ? default : scalar.Value;
    }
}
