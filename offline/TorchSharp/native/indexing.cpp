// Parts of a tensor.
#include "shim.h"

using nst::Handle;

namespace {

constexpr int64_t Unset = INT64_MIN;

// Mirrors NativeIndex in TensorIndex.cs. Unset bounds of a slice are INT64_MIN.
struct Index {
  enum Kind : int64_t { None = 0, Single = 1, Null = 2, Ellipsis = 3, Bool = 4, Tensor = 5, Slice = 6 };

  int64_t kind;
  int64_t start;
  int64_t stop;
  int64_t step;
  Handle tensor;
};

// Bounds of slices became symbolic in 2.0.
#if TORCH_VERSION_MAJOR >= 2
using Bound = nst::optional<c10::SymInt>;
#else
using Bound = nst::optional<int64_t>;
#endif

Bound bound(int64_t value) {
  return value == Unset ? Bound() : Bound(value);
}

at::indexing::TensorIndex torch_index(const Index& index) {
  switch (index.kind) {
    case Index::Single:
      return index.start;
    case Index::Ellipsis:
      return at::indexing::Ellipsis;
    case Index::Bool:
      return index.start != 0;
    case Index::Tensor:
      return *index.tensor;
    case Index::Slice:
      return at::indexing::Slice(bound(index.start), bound(index.stop), bound(index.step));
    default:
      return at::indexing::None;
  }
}

std::vector<at::indexing::TensorIndex> torch_indices(const Index* indices, int32_t count) {
  std::vector<at::indexing::TensorIndex> result;
  result.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; ++i)
    result.push_back(torch_index(indices[i]));
  return result;
}

}  // namespace

NST_API Handle nst_index(Handle a, const Index* indices, int32_t count) {
  return nst::tensor([&] { return a->index(torch_indices(indices, count)); });
}

NST_API int32_t nst_index_put_(Handle a, const Index* indices, int32_t count, Handle value) {
  return nst::status([&] { a->index_put_(torch_indices(indices, count), *value); });
}

NST_API int32_t nst_index_put_scalar_(Handle a, const Index* indices, int32_t count, nst::Scalar value) {
  return nst::status([&] { a->index_put_(torch_indices(indices, count), value.value()); });
}

NST_API Handle nst_select(Handle a, int64_t dim, int64_t index) {
  return nst::tensor([&] { return a->select(dim, index); });
}

NST_API Handle nst_narrow(Handle a, int64_t dim, int64_t start, int64_t length) {
  return nst::tensor([&] { return a->narrow(dim, start, length); });
}

NST_API Handle nst_slice(Handle a, int64_t dim, int64_t start, int64_t finish, int64_t step) {
  return nst::tensor([&] { return a->slice(dim, start, finish, step); });
}

NST_API Handle nst_index_select(Handle a, int64_t dim, Handle index) {
  return nst::tensor([&] { return a->index_select(dim, *index); });
}

NST_API Handle nst_gather(Handle a, int64_t dim, Handle index) {
  return nst::tensor([&] { return a->gather(dim, *index); });
}

NST_API Handle nst_masked_select(Handle a, Handle mask) {
  return nst::tensor([&] { return a->masked_select(*mask); });
}

NST_API Handle nst_nonzero(Handle a) {
  return nst::tensor([&] { return a->nonzero(); });
}

NST_API int32_t nst_scatter_(Handle a, int64_t dim, Handle index, Handle source) {
  return nst::status([&] { a->scatter_(dim, *index, *source); });
}

NST_API int32_t nst_index_add_(Handle a, int64_t dim, Handle index, Handle source, nst::Scalar alpha) {
  return nst::status([&] { a->index_add_(dim, *index, *source, alpha.value()); });
}
