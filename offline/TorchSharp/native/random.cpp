// Generators, and tensors filled from them in place.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>

using nst::Handle;

namespace {
nst::optional<at::Generator> or_default(at::Generator* generator) {
  return generator ? nst::optional<at::Generator>(*generator) : nst::optional<at::Generator>();
}
}  // namespace

NST_API at::Generator* nst_generator_new(uint64_t seed) {
  return new at::Generator(at::detail::createCPUGenerator(seed));
}

NST_API at::Generator* nst_generator_default() {
  return new at::Generator(at::globalContext().defaultGenerator(at::kCPU));
}

NST_API void nst_generator_delete(at::Generator* generator) { delete generator; }

NST_API int32_t nst_generator_set_seed(at::Generator* generator, int64_t seed) {
  return nst::status([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_current_seed(static_cast<uint64_t>(seed));
  });
}

NST_API int64_t nst_generator_seed(at::Generator* generator) {
  return static_cast<int64_t>(generator->current_seed());
}

NST_API Handle nst_generator_state(at::Generator* generator) {
  return nst::tensor([&] { return generator->get_state(); });
}

NST_API int32_t nst_generator_set_state(at::Generator* generator, Handle state) {
  return nst::status([&] { generator->set_state(*state); });
}

NST_API int32_t nst_normal_(Handle a, double mean, double deviation, at::Generator* generator) {
  return nst::status([&] { a->normal_(mean, deviation, or_default(generator)); });
}

NST_API int32_t nst_uniform_(Handle a, double from, double to, at::Generator* generator) {
  return nst::status([&] { a->uniform_(from, to, or_default(generator)); });
}
