using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Element by element. See native/pointwise.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_abs(nint a);

    [DllImport(Library)]
    internal static extern int nst_abs_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_ceil(nint a);

    [DllImport(Library)]
    internal static extern int nst_ceil_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_cos(nint a);

    [DllImport(Library)]
    internal static extern int nst_cos_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_erf(nint a);

    [DllImport(Library)]
    internal static extern int nst_erf_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_exp(nint a);

    [DllImport(Library)]
    internal static extern int nst_exp_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_exp2(nint a);

    [DllImport(Library)]
    internal static extern int nst_exp2_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_expm1(nint a);

    [DllImport(Library)]
    internal static extern int nst_expm1_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_floor(nint a);

    [DllImport(Library)]
    internal static extern int nst_floor_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_frac(nint a);

    [DllImport(Library)]
    internal static extern int nst_frac_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_log(nint a);

    [DllImport(Library)]
    internal static extern int nst_log_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_log10(nint a);

    [DllImport(Library)]
    internal static extern int nst_log10_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_log1p(nint a);

    [DllImport(Library)]
    internal static extern int nst_log1p_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_log2(nint a);

    [DllImport(Library)]
    internal static extern int nst_log2_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_logical_not(nint a);

    [DllImport(Library)]
    internal static extern int nst_logical_not_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_bitwise_not(nint a);

    [DllImport(Library)]
    internal static extern int nst_bitwise_not_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_neg(nint a);

    [DllImport(Library)]
    internal static extern int nst_neg_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_reciprocal(nint a);

    [DllImport(Library)]
    internal static extern int nst_reciprocal_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_relu(nint a);

    [DllImport(Library)]
    internal static extern int nst_relu_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_rsqrt(nint a);

    [DllImport(Library)]
    internal static extern int nst_rsqrt_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_sigmoid(nint a);

    [DllImport(Library)]
    internal static extern int nst_sigmoid_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_sign(nint a);

    [DllImport(Library)]
    internal static extern int nst_sign_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_sin(nint a);

    [DllImport(Library)]
    internal static extern int nst_sin_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_sqrt(nint a);

    [DllImport(Library)]
    internal static extern int nst_sqrt_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_tan(nint a);

    [DllImport(Library)]
    internal static extern int nst_tan_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_tanh(nint a);

    [DllImport(Library)]
    internal static extern int nst_tanh_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_trunc(nint a);

    [DllImport(Library)]
    internal static extern int nst_trunc_(nint a);

    [DllImport(Library)]
    internal static extern nint nst_isfinite(nint a);

    [DllImport(Library)]
    internal static extern nint nst_isinf(nint a);

    [DllImport(Library)]
    internal static extern nint nst_isnan(nint a);

    [DllImport(Library)]
    internal static extern nint nst_add(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_add_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_add_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_add_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_sub(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_sub_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_sub_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_sub_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_mul(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_mul_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_mul_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_mul_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_pow(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_pow_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_pow_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_pow_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_remainder(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_remainder_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_remainder_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_remainder_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_fmod(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_fmod_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_fmod_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_fmod_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_floor_divide(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_floor_divide_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_floor_divide_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_floor_divide_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_eq(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_eq_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_eq_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_eq_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_ne(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_ne_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_ne_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_ne_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_lt(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_lt_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_lt_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_lt_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_le(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_le_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_le_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_le_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_gt(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_gt_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_gt_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_gt_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_ge(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_ge_scalar(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern int nst_ge_(nint a, nint b);

    [DllImport(Library)]
    internal static extern int nst_ge_scalar_(nint a, ScalarValue b);

    [DllImport(Library)]
    internal static extern nint nst_atan2(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_bitwise_and(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_bitwise_or(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_bitwise_xor(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_logical_and(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_logical_or(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_logical_xor(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_maximum(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_minimum(nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_add_scaled(nint a, nint b, ScalarValue alpha);

    [DllImport(Library)]
    internal static extern nint nst_add_scalar_scaled(nint a, ScalarValue b, ScalarValue alpha);

    [DllImport(Library)]
    internal static extern int nst_add_scaled_(nint a, nint b, ScalarValue alpha);

    [DllImport(Library)]
    internal static extern int nst_add_scalar_scaled_(nint a, ScalarValue b, ScalarValue alpha);

    [DllImport(Library)]
    internal static extern nint nst_div(nint a, nint b, int mode);

    [DllImport(Library)]
    internal static extern nint nst_div_scalar(nint a, ScalarValue b, int mode);

    [DllImport(Library)]
    internal static extern int nst_div_(nint a, nint b, int mode);

    [DllImport(Library)]
    internal static extern int nst_div_scalar_(nint a, ScalarValue b, int mode);

    [DllImport(Library)]
    internal static extern nint nst_round(nint a, long decimals);

    [DllImport(Library)]
    internal static extern int nst_round_(nint a, long decimals);

    [DllImport(Library)]
    internal static extern nint nst_clamp(nint a, ScalarValue min, ScalarValue max);

    [DllImport(Library)]
    internal static extern int nst_clamp_(nint a, ScalarValue min, ScalarValue max);

    [DllImport(Library)]
    internal static extern nint nst_clamp_tensor(nint a, nint min, nint max);

    [DllImport(Library)]
    internal static extern int nst_clamp_tensor_(nint a, nint min, nint max);

    [DllImport(Library)]
    internal static extern nint nst_addcmul(nint a, nint b, nint c, ScalarValue value);

    [DllImport(Library)]
    internal static extern int nst_addcmul_(nint a, nint b, nint c, ScalarValue value);

    [DllImport(Library)]
    internal static extern nint nst_addcdiv(nint a, nint b, nint c, ScalarValue value);

    [DllImport(Library)]
    internal static extern int nst_addcdiv_(nint a, nint b, nint c, ScalarValue value);

    [DllImport(Library)]
    internal static extern nint nst_lerp(nint a, nint end, nint weight);

    [DllImport(Library)]
    internal static extern int nst_lerp_(nint a, nint end, nint weight);

    [DllImport(Library)]
    internal static extern nint nst_where(nint condition, nint a, nint b);

    [DllImport(Library)]
    internal static extern nint nst_masked_fill(nint a, nint mask, ScalarValue value);

    [DllImport(Library)]
    internal static extern int nst_masked_fill_(nint a, nint mask, ScalarValue value);

    [DllImport(Library)]
    internal static extern nint nst_isclose(nint a, nint b, double relative, double absolute, bool equalNan);

    [DllImport(Library)]
    internal static extern int nst_allclose(nint a, nint b, double relative, double absolute, bool equalNan);

    [DllImport(Library)]
    internal static extern int nst_equals(nint a, nint b);
}
