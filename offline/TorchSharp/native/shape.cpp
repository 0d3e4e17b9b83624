// Other views and arrangements of the same elements.
#include "shim.h"

using nst::Handle;

#define BY_LIST(name) \
  NST_API Handle nst_##name(Handle a, const int64_t* items, int32_t count) { \
    return nst::tensor([&] { return a->name(nst::list(items, count)); }); \
  }

BY_LIST(flip)
BY_LIST(permute)
BY_LIST(repeat)
BY_LIST(reshape)
BY_LIST(view)

NST_API Handle nst_t(Handle a) {
  return nst::tensor([&] { return a->t(); });
}

NST_API Handle nst_numpy_T(Handle a) {
  return nst::tensor([&] { return a->numpy_T(); });
}

NST_API Handle nst_mT(Handle a) {
  return nst::tensor([&] { return a->mT(); });
}

NST_API Handle nst_transpose(Handle a, int64_t dim0, int64_t dim1) {
  return nst::tensor([&] { return a->transpose(dim0, dim1); });
}

NST_API int32_t nst_transpose_(Handle a, int64_t dim0, int64_t dim1) {
  return nst::status([&] { a->transpose_(dim0, dim1); });
}

NST_API Handle nst_flatten(Handle a, int64_t start, int64_t end) {
  return nst::tensor([&] { return a->flatten(start, end); });
}

NST_API Handle nst_squeeze(Handle a) {
  return nst::tensor([&] { return a->squeeze(); });
}

NST_API Handle nst_squeeze_dim(Handle a, int64_t dim) {
  return nst::tensor([&] { return a->squeeze(dim); });
}

NST_API Handle nst_unsqueeze(Handle a, int64_t dim) {
  return nst::tensor([&] { return a->unsqueeze(dim); });
}

NST_API int32_t nst_unsqueeze_(Handle a, int64_t dim) {
  return nst::status([&] { a->unsqueeze_(dim); });
}

NST_API Handle nst_expand(Handle a, const int64_t* size, int32_t dims, bool implicit) {
  return nst::tensor([&] { return a->expand(nst::list(size, dims), implicit); });
}

NST_API Handle nst_as_strided(Handle a, const int64_t* size, int32_t dims, const int64_t* strides, int32_t stride_count,
                              int64_t offset) {
  return nst::tensor([&] { return a->as_strided(nst::list(size, dims), nst::list(strides, stride_count), offset); });
}

NST_API Handle nst_roll(Handle a, const int64_t* shifts, int32_t shift_count, const int64_t* dims, int32_t dim_count) {
  return nst::tensor([&] { return a->roll(nst::list(shifts, shift_count), nst::list(dims, dim_count)); });
}

NST_API Handle nst_diag(Handle a, int64_t diagonal) {
  return nst::tensor([&] { return a->diag(diagonal); });
}

NST_API Handle nst_diagonal(Handle a, int64_t offset, int64_t dim1, int64_t dim2) {
  return nst::tensor([&] { return a->diagonal(offset, dim1, dim2); });
}

NST_API Handle nst_tril(Handle a, int64_t diagonal) {
  return nst::tensor([&] { return a->tril(diagonal); });
}

NST_API Handle nst_triu(Handle a, int64_t diagonal) {
  return nst::tensor([&] { return a->triu(diagonal); });
}

// A null dim says "flattened".
NST_API Handle nst_repeat_interleave(Handle a, int64_t repeats, const int64_t* dim) {
  return nst::tensor([&] {
    return a->repeat_interleave(repeats, dim ? nst::optional<int64_t>(*dim) : nst::optional<int64_t>());
  });
}

NST_API Handle nst_repeat_interleave_tensor(Handle a, Handle repeats, const int64_t* dim) {
  return nst::tensor([&] {
    return a->repeat_interleave(*repeats, dim ? nst::optional<int64_t>(*dim) : nst::optional<int64_t>());
  });
}

NST_API Handle nst_unfold(Handle a, int64_t dim, int64_t size, int64_t step) {
  return nst::tensor([&] { return a->unfold(dim, size, step); });
}

NST_API Handle nst_trace(Handle a) {
  return nst::tensor([&] { return a->trace(); });
}
