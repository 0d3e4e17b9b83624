// Lifetime, shape and type queries, raw data.
#include "shim.h"

using nst::Handle;

NST_API void nst_tensor_delete(Handle a) { delete a; }
NST_API Handle nst_alias(Handle a) { return new at::Tensor(*a); }

NST_API int64_t nst_ndim(Handle a) { return a->dim(); }
NST_API int64_t nst_numel(Handle a) { return a->numel(); }
NST_API int64_t nst_element_size(Handle a) { return a->element_size(); }
NST_API int64_t nst_storage_offset(Handle a) { return a->storage_offset(); }
NST_API int32_t nst_dtype(Handle a) { return static_cast<int32_t>(a->scalar_type()); }
NST_API int32_t nst_device_type(Handle a) { return static_cast<int32_t>(a->device().type()); }
NST_API int32_t nst_device_index(Handle a) { return a->device().index(); }
NST_API bool nst_is_contiguous(Handle a) { return a->is_contiguous(); }
NST_API bool nst_is_leaf(Handle a) { return a->is_leaf(); }
NST_API bool nst_is_sparse(Handle a) { return a->is_sparse(); }
NST_API bool nst_requires_grad(Handle a) { return a->requires_grad(); }

NST_API void nst_sizes(Handle a, int64_t* into) {
  auto sizes = a->sizes();
  std::copy(sizes.begin(), sizes.end(), into);
}

NST_API int32_t nst_strides(Handle a, int64_t* into) {
  return nst::status([&] {
    auto strides = a->strides();
    std::copy(strides.begin(), strides.end(), into);
  });
}

NST_API int32_t nst_size(Handle a, int64_t dim, int64_t* into) {
  return nst::status([&] { *into = a->size(dim); });
}

NST_API int32_t nst_stride(Handle a, int64_t dim, int64_t* into) {
  return nst::status([&] { *into = a->stride(dim); });
}

// Address of the first element; null is an error or a tensor without elements.
NST_API void* nst_data(Handle a) {
  void* data = nullptr;
  nst::status([&] { data = a->data_ptr(); });
  return data;
}

// Writes the only element as a number, in the layout of nst::Scalar.
NST_API int32_t nst_item(Handle a, nst::Scalar* into) {
  return nst::status([&] {
    at::Scalar value = a->item();
    if (value.isBoolean()) {
      *into = {value.toBool() ? 1 : 0, nst::Scalar::Boolean};
    } else if (value.isIntegral(false)) {
      *into = {value.toLong(), nst::Scalar::Integer};
    } else {
      double number = value.toDouble();
      std::memcpy(&into->bits, &number, sizeof number);
      into->kind = nst::Scalar::Float;
    }
  });
}

NST_API int32_t nst_set_(Handle a, Handle source) {
  return nst::status([&] { a->set_(*source); });
}
