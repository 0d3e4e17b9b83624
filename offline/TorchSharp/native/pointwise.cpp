// Element by element: arithmetic, comparison, functions.
#include "shim.h"

using nst::Handle;
using nst::Scalar;

#define UNARY(name) \
  NST_API Handle nst_##name(Handle a) { \
    return nst::tensor([&] { return a->name(); }); \
  }
#define UNARY_AND_IN_PLACE(name) \
  UNARY(name) \
  NST_API int32_t nst_##name##_(Handle a) { \
    return nst::status([&] { a->name##_(); }); \
  }

#define BINARY(name) \
  NST_API Handle nst_##name(Handle a, Handle b) { \
    return nst::tensor([&] { return a->name(*b); }); \
  }
#define BINARY_SCALAR(name) \
  NST_API Handle nst_##name##_scalar(Handle a, Scalar b) { \
    return nst::tensor([&] { return a->name(b.value()); }); \
  }
#define BINARY_BOTH(name) BINARY(name) BINARY_SCALAR(name)
#define BINARY_BOTH_AND_IN_PLACE(name) \
  BINARY_BOTH(name) \
  NST_API int32_t nst_##name##_(Handle a, Handle b) { \
    return nst::status([&] { a->name##_(*b); }); \
  } \
  NST_API int32_t nst_##name##_scalar_(Handle a, Scalar b) { \
    return nst::status([&] { a->name##_(b.value()); }); \
  }

UNARY_AND_IN_PLACE(abs)
UNARY_AND_IN_PLACE(ceil)
UNARY_AND_IN_PLACE(cos)
UNARY_AND_IN_PLACE(erf)
UNARY_AND_IN_PLACE(exp)
UNARY_AND_IN_PLACE(exp2)
UNARY_AND_IN_PLACE(expm1)
UNARY_AND_IN_PLACE(floor)
UNARY_AND_IN_PLACE(frac)
UNARY_AND_IN_PLACE(log)
UNARY_AND_IN_PLACE(log10)
UNARY_AND_IN_PLACE(log1p)
UNARY_AND_IN_PLACE(log2)
UNARY_AND_IN_PLACE(logical_not)
UNARY_AND_IN_PLACE(bitwise_not)
UNARY_AND_IN_PLACE(neg)
UNARY_AND_IN_PLACE(reciprocal)
UNARY_AND_IN_PLACE(relu)
UNARY_AND_IN_PLACE(rsqrt)
UNARY_AND_IN_PLACE(sigmoid)
UNARY_AND_IN_PLACE(sign)
UNARY_AND_IN_PLACE(sin)
UNARY_AND_IN_PLACE(sqrt)
UNARY_AND_IN_PLACE(tan)
UNARY_AND_IN_PLACE(tanh)
UNARY_AND_IN_PLACE(trunc)
UNARY(isfinite)
UNARY(isinf)
UNARY(isnan)

BINARY_BOTH_AND_IN_PLACE(add)
BINARY_BOTH_AND_IN_PLACE(sub)
BINARY_BOTH_AND_IN_PLACE(mul)
BINARY_BOTH_AND_IN_PLACE(pow)
BINARY_BOTH_AND_IN_PLACE(remainder)
BINARY_BOTH_AND_IN_PLACE(fmod)
BINARY_BOTH_AND_IN_PLACE(floor_divide)
BINARY_BOTH_AND_IN_PLACE(eq)
BINARY_BOTH_AND_IN_PLACE(ne)
BINARY_BOTH_AND_IN_PLACE(lt)
BINARY_BOTH_AND_IN_PLACE(le)
BINARY_BOTH_AND_IN_PLACE(gt)
BINARY_BOTH_AND_IN_PLACE(ge)
BINARY(atan2)
BINARY(bitwise_and)
BINARY(bitwise_or)
BINARY(bitwise_xor)
BINARY(logical_and)
BINARY(logical_or)
BINARY(logical_xor)
BINARY(maximum)
BINARY(minimum)

NST_API Handle nst_add_scaled(Handle a, Handle b, Scalar alpha) {
  return nst::tensor([&] { return a->add(*b, alpha.value()); });
}

NST_API Handle nst_add_scalar_scaled(Handle a, Scalar b, Scalar alpha) {
  return nst::tensor([&] { return a->add(b.value(), alpha.value()); });
}

NST_API int32_t nst_add_scaled_(Handle a, Handle b, Scalar alpha) {
  return nst::status([&] { a->add_(*b, alpha.value()); });
}

NST_API int32_t nst_add_scalar_scaled_(Handle a, Scalar b, Scalar alpha) {
  return nst::status([&] { a->add_(b.value(), alpha.value()); });
}

namespace {
// Modes mirror torch.RoundingMode. The names travel as plain text, because libtorch's string_view has changed its type.
template <class Divide> at::Tensor rounded(int32_t mode, Divide&& divide) {
  switch (mode) {
    case 1:
      return divide("trunc");
    case 2:
      return divide("floor");
    default:
      return divide(nst::none);
  }
}
}  // namespace

NST_API Handle nst_div(Handle a, Handle b, int32_t mode) {
  return nst::tensor([&] { return rounded(mode, [&](auto how) { return a->div(*b, how); }); });
}

NST_API Handle nst_div_scalar(Handle a, Scalar b, int32_t mode) {
  return nst::tensor([&] { return rounded(mode, [&](auto how) { return a->div(b.value(), how); }); });
}

NST_API int32_t nst_div_(Handle a, Handle b, int32_t mode) {
  return nst::status([&] { rounded(mode, [&](auto how) { return a->div_(*b, how); }); });
}

NST_API int32_t nst_div_scalar_(Handle a, Scalar b, int32_t mode) {
  return nst::status([&] { rounded(mode, [&](auto how) { return a->div_(b.value(), how); }); });
}

NST_API Handle nst_round(Handle a, int64_t decimals) {
  return nst::tensor([&] { return a->round(decimals); });
}

NST_API int32_t nst_round_(Handle a, int64_t decimals) {
  return nst::status([&] { a->round_(decimals); });
}

NST_API Handle nst_clamp(Handle a, Scalar min, Scalar max) {
  return nst::tensor([&] { return a->clamp(min.maybe(), max.maybe()); });
}

NST_API int32_t nst_clamp_(Handle a, Scalar min, Scalar max) {
  return nst::status([&] { a->clamp_(min.maybe(), max.maybe()); });
}

NST_API Handle nst_clamp_tensor(Handle a, Handle min, Handle max) {
  return nst::tensor([&] { return a->clamp(nst::or_none(min), nst::or_none(max)); });
}

NST_API int32_t nst_clamp_tensor_(Handle a, Handle min, Handle max) {
  return nst::status([&] { a->clamp_(nst::or_none(min), nst::or_none(max)); });
}

NST_API Handle nst_addcmul(Handle a, Handle b, Handle c, Scalar value) {
  return nst::tensor([&] { return a->addcmul(*b, *c, value.value()); });
}

NST_API int32_t nst_addcmul_(Handle a, Handle b, Handle c, Scalar value) {
  return nst::status([&] { a->addcmul_(*b, *c, value.value()); });
}

NST_API Handle nst_addcdiv(Handle a, Handle b, Handle c, Scalar value) {
  return nst::tensor([&] { return a->addcdiv(*b, *c, value.value()); });
}

NST_API int32_t nst_addcdiv_(Handle a, Handle b, Handle c, Scalar value) {
  return nst::status([&] { a->addcdiv_(*b, *c, value.value()); });
}

NST_API Handle nst_lerp(Handle a, Handle end, Handle weight) {
  return nst::tensor([&] { return a->lerp(*end, *weight); });
}

NST_API int32_t nst_lerp_(Handle a, Handle end, Handle weight) {
  return nst::status([&] { a->lerp_(*end, *weight); });
}

NST_API Handle nst_where(Handle condition, Handle a, Handle b) {
  return nst::tensor([&] { return a->where(*condition, *b); });
}

NST_API Handle nst_masked_fill(Handle a, Handle mask, Scalar value) {
  return nst::tensor([&] { return a->masked_fill(*mask, value.value()); });
}

NST_API int32_t nst_masked_fill_(Handle a, Handle mask, Scalar value) {
  return nst::status([&] { a->masked_fill_(*mask, value.value()); });
}

NST_API Handle nst_isclose(Handle a, Handle b, double relative, double absolute, bool equal_nan) {
  return nst::tensor([&] { return a->isclose(*b, relative, absolute, equal_nan); });
}

// 1 and 0 are the answers, -1 an error.
NST_API int32_t nst_allclose(Handle a, Handle b, double relative, double absolute, bool equal_nan) {
  bool close = false;
  int32_t failed = nst::status([&] { close = a->allclose(*b, relative, absolute, equal_nan); });
  return failed ? -1 : close;
}

NST_API int32_t nst_equals(Handle a, Handle b) {
  bool equal = false;
  int32_t failed = nst::status([&] { equal = a->equal(*b); });
  return failed ? -1 : equal;
}
