// Fewer elements out than in, and orderings.
#include "shim.h"

using nst::Handle;

#define WHOLE(name) \
  NST_API Handle nst_##name(Handle a) { \
    return nst::tensor([&] { return a->name(); }); \
  }
#define ALONG(name) \
  NST_API Handle nst_##name##_dim(Handle a, int64_t dim, bool keep) { \
    return nst::tensor([&] { return a->name(dim, keep); }); \
  }

WHOLE(all)
WHOLE(any)
WHOLE(argmax)
WHOLE(argmin)
WHOLE(max)
WHOLE(mean)
WHOLE(median)
WHOLE(min)
ALONG(all)
ALONG(any)
ALONG(argmax)
ALONG(argmin)
ALONG(logsumexp)

NST_API Handle nst_sum(Handle a, int32_t type) {
  return nst::tensor([&] { return a->sum(nst::type_or_none(type)); });
}

NST_API Handle nst_sum_dims(Handle a, const int64_t* dims, int32_t count, bool keep, int32_t type) {
  return nst::tensor([&] { return a->sum(nst::list(dims, count), keep, nst::type_or_none(type)); });
}

NST_API Handle nst_mean_dims(Handle a, const int64_t* dims, int32_t count, bool keep, int32_t type) {
  return nst::tensor([&] { return a->mean(nst::list(dims, count), keep, nst::type_or_none(type)); });
}

NST_API Handle nst_prod(Handle a, int32_t type) {
  return nst::tensor([&] { return a->prod(nst::type_or_none(type)); });
}

NST_API Handle nst_prod_dim(Handle a, int64_t dim, bool keep, int32_t type) {
  return nst::tensor([&] { return a->prod(dim, keep, nst::type_or_none(type)); });
}

NST_API Handle nst_var(Handle a, bool unbiased) {
  return nst::tensor([&] { return a->var(unbiased); });
}

NST_API Handle nst_std(Handle a, bool unbiased) {
  return nst::tensor([&] { return a->std(unbiased); });
}

NST_API Handle nst_var_dims(Handle a, const int64_t* dims, int32_t count, bool unbiased, bool keep) {
  return nst::tensor([&] { return a->var(nst::list(dims, count), unbiased, keep); });
}

NST_API Handle nst_std_dims(Handle a, const int64_t* dims, int32_t count, bool unbiased, bool keep) {
  return nst::tensor([&] { return a->std(nst::list(dims, count), unbiased, keep); });
}

NST_API Handle nst_amax(Handle a, const int64_t* dims, int32_t count, bool keep) {
  return nst::tensor([&] { return a->amax(nst::list(dims, count), keep); });
}

NST_API Handle nst_amin(Handle a, const int64_t* dims, int32_t count, bool keep) {
  return nst::tensor([&] { return a->amin(nst::list(dims, count), keep); });
}

NST_API int32_t nst_max_dim(Handle a, int64_t dim, bool keep, Handle* into) {
  return nst::status([&] {
    auto [values, indices] = a->max(dim, keep);
    nst::give_all({values, indices}, into);
  });
}

NST_API int32_t nst_min_dim(Handle a, int64_t dim, bool keep, Handle* into) {
  return nst::status([&] {
    auto [values, indices] = a->min(dim, keep);
    nst::give_all({values, indices}, into);
  });
}

NST_API Handle nst_norm(Handle a, float p) {
  return nst::tensor([&] { return a->norm(p); });
}

NST_API Handle nst_norm_dim(Handle a, int64_t dim, bool keep, float p) {
  return nst::tensor([&] { return a->norm(p, dim, keep); });
}

NST_API Handle nst_dist(Handle a, Handle b, float p) {
  return nst::tensor([&] { return a->dist(*b, p); });
}

NST_API Handle nst_cumsum(Handle a, int64_t dim, int32_t type) {
  return nst::tensor([&] { return a->cumsum(dim, nst::type_or_none(type)); });
}

NST_API Handle nst_softmax(Handle a, int64_t dim, int32_t type) {
  return nst::tensor([&] { return a->softmax(dim, nst::type_or_none(type)); });
}

NST_API Handle nst_argsort(Handle a, int64_t dim, bool descending) {
  return nst::tensor([&] { return a->argsort(dim, descending); });
}

NST_API int32_t nst_sort(Handle a, int64_t dim, bool descending, bool stable, Handle* into) {
  return nst::status([&] {
    auto [values, indices] = a->sort(nst::optional<bool>(stable), dim, descending);
    nst::give_all({values, indices}, into);
  });
}

NST_API int32_t nst_topk(Handle a, int64_t k, int64_t dim, bool largest, bool sorted, Handle* into) {
  return nst::status([&] {
    auto [values, indices] = a->topk(k, dim, largest, sorted);
    nst::give_all({values, indices}, into);
  });
}
