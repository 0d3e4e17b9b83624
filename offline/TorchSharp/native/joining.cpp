// Several tensors from one, one from several.
#include "shim.h"

using nst::Handle;

NST_API Handle nst_cat(const Handle* parts, int32_t count, int64_t dim) {
  return nst::tensor([&] { return torch::cat(nst::tensors(parts, count), dim); });
}

NST_API Handle nst_stack(const Handle* parts, int32_t count, int64_t dim) {
  return nst::tensor([&] { return torch::stack(nst::tensors(parts, count), dim); });
}

// The ones below hand their parts to `receive` one by one, because the caller can't know their number beforehand.
namespace {
using Receive = void (*)(void* context, Handle part);

void hand_over(const std::vector<at::Tensor>& parts, Receive receive, void* context) {
  for (const auto& part : parts)
    receive(context, nst::give(part));
}
}  // namespace

NST_API int32_t nst_chunk(Handle a, int64_t chunks, int64_t dim, Receive receive, void* context) {
  return nst::status([&] { hand_over(a->chunk(chunks, dim), receive, context); });
}

NST_API int32_t nst_split(Handle a, int64_t size, int64_t dim, Receive receive, void* context) {
  return nst::status([&] { hand_over(a->split(size, dim), receive, context); });
}

NST_API int32_t nst_split_sizes(Handle a, const int64_t* sizes, int32_t count, int64_t dim, Receive receive,
                                void* context) {
  return nst::status([&] { hand_over(a->split_with_sizes(nst::list(sizes, count), dim), receive, context); });
}

NST_API int32_t nst_unbind(Handle a, int64_t dim, Receive receive, void* context) {
  return nst::status([&] { hand_over(a->unbind(dim), receive, context); });
}

NST_API int32_t nst_where_list(Handle condition, Receive receive, void* context) {
  return nst::status([&] { hand_over(torch::where(*condition), receive, context); });
}
