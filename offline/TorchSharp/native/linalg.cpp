// Products and decompositions of matrices.
#include "shim.h"

using nst::Handle;

#define BINARY(name) \
  NST_API Handle nst_##name(Handle a, Handle b) { \
    return nst::tensor([&] { return a->name(*b); }); \
  }

BINARY(bmm)
BINARY(dot)
BINARY(inner)
BINARY(matmul)
BINARY(mm)
BINARY(mv)
BINARY(outer)

NST_API Handle nst_addmm(Handle a, Handle mat1, Handle mat2, float beta, float alpha) {
  return nst::tensor([&] { return a->addmm(*mat1, *mat2, beta, alpha); });
}

NST_API int32_t nst_addmm_(Handle a, Handle mat1, Handle mat2, float beta, float alpha) {
  return nst::status([&] { a->addmm_(*mat1, *mat2, beta, alpha); });
}

NST_API Handle nst_baddbmm(Handle a, Handle batch1, Handle batch2, float beta, float alpha) {
  return nst::tensor([&] { return a->baddbmm(*batch1, *batch2, beta, alpha); });
}

NST_API Handle nst_einsum(const char* equation, const Handle* operands, int32_t count) {
  return nst::tensor([&] { return torch::einsum(equation, nst::tensors(operands, count)); });
}

NST_API int32_t nst_linalg_svd(Handle a, bool full, Handle* into) {
  return nst::status([&] {
    auto [u, s, vh] = torch::linalg_svd(*a, full);
    nst::give_all({u, s, vh}, into);
  });
}

NST_API Handle nst_linalg_svdvals(Handle a) {
  return nst::tensor([&] { return torch::linalg_svdvals(*a); });
}

NST_API int32_t nst_linalg_eigh(Handle a, char part, Handle* into) {
  return nst::status([&] {
    auto [values, vectors] = torch::linalg_eigh(*a, std::string(1, part));
    nst::give_all({values, vectors}, into);
  });
}

NST_API Handle nst_linalg_eigvalsh(Handle a, char part) {
  return nst::tensor([&] { return torch::linalg_eigvalsh(*a, std::string(1, part)); });
}

NST_API Handle nst_linalg_cholesky(Handle a) {
  return nst::tensor([&] { return torch::linalg_cholesky(*a); });
}

NST_API Handle nst_linalg_inv(Handle a) {
  return nst::tensor([&] { return torch::linalg_inv(*a); });
}

NST_API Handle nst_linalg_det(Handle a) {
  return nst::tensor([&] { return torch::linalg_det(*a); });
}

NST_API Handle nst_linalg_solve(Handle a, Handle b, bool left) {
  return nst::tensor([&] { return torch::linalg_solve(*a, *b, left); });
}

NST_API int32_t nst_linalg_qr(Handle a, const char* mode, Handle* into) {
  return nst::status([&] {
    auto [q, r] = torch::linalg_qr(*a, mode);
    nst::give_all({q, r}, into);
  });
}

namespace {
// No dims is "over all of it".
at::OptionalIntArrayRef dims_or_none(const int64_t* dims, int32_t count) {
  return count == 0 ? at::OptionalIntArrayRef() : at::OptionalIntArrayRef(nst::list(dims, count));
}
}  // namespace

NST_API Handle nst_linalg_norm(Handle a, nst::Scalar order, const int64_t* dims, int32_t count, bool keep) {
  return nst::tensor([&] { return torch::linalg_norm(*a, order.maybe(), dims_or_none(dims, count), keep); });
}

NST_API Handle nst_linalg_norm_named(Handle a, const char* order, const int64_t* dims, int32_t count, bool keep) {
  return nst::tensor([&] { return torch::linalg_norm(*a, order, dims_or_none(dims, count), keep); });
}

NST_API Handle nst_linalg_vector_norm(Handle a, nst::Scalar order, const int64_t* dims, int32_t count, bool keep) {
  return nst::tensor([&] { return torch::linalg_vector_norm(*a, order.value(), dims_or_none(dims, count), keep); });
}
