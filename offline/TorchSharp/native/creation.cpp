// New tensors: filled, ranges, random, and from the caller's memory.
#include "shim.h"

using nst::Handle;

namespace {

// Type, device and gradient flag of a new tensor, mirrored by TensorOptions in TensorOptions.cs.
struct Options {
  int32_t type;
  int32_t device;
  int32_t index;
  int32_t requires_grad;

  at::TensorOptions torch() const {
    auto options = at::TensorOptions().device(nst::device(device, index)).requires_grad(requires_grad != 0);
    return type < 0 ? options : options.dtype(static_cast<at::ScalarType>(type));
  }
};

nst::optional<at::Generator> generator_or_none(at::Generator* generator) {
  return generator ? nst::optional<at::Generator>(*generator) : nst::optional<at::Generator>();
}

}  // namespace

NST_API Handle nst_empty(const int64_t* size, int32_t dims, Options options) {
  return nst::tensor([&] { return torch::empty(nst::list(size, dims), options.torch()); });
}

NST_API Handle nst_zeros(const int64_t* size, int32_t dims, Options options) {
  return nst::tensor([&] { return torch::zeros(nst::list(size, dims), options.torch()); });
}

NST_API Handle nst_ones(const int64_t* size, int32_t dims, Options options) {
  return nst::tensor([&] { return torch::ones(nst::list(size, dims), options.torch()); });
}

NST_API Handle nst_full(const int64_t* size, int32_t dims, nst::Scalar value, Options options) {
  return nst::tensor([&] { return torch::full(nst::list(size, dims), value.value(), options.torch()); });
}

NST_API Handle nst_eye(int64_t rows, int64_t columns, Options options) {
  return nst::tensor([&] { return torch::eye(rows, columns, options.torch()); });
}

NST_API Handle nst_arange(nst::Scalar start, nst::Scalar stop, nst::Scalar step, Options options) {
  return nst::tensor([&] { return torch::arange(start.value(), stop.value(), step.value(), options.torch()); });
}

NST_API Handle nst_linspace(double start, double end, int64_t steps, Options options) {
  return nst::tensor([&] { return torch::linspace(start, end, steps, options.torch()); });
}

NST_API Handle nst_rand(const int64_t* size, int32_t dims, at::Generator* generator, Options options) {
  return nst::tensor([&] { return torch::rand(nst::list(size, dims), generator_or_none(generator), options.torch()); });
}

NST_API Handle nst_randn(const int64_t* size, int32_t dims, at::Generator* generator, Options options) {
  return nst::tensor([&] { return torch::randn(nst::list(size, dims), generator_or_none(generator), options.torch()); });
}

NST_API Handle nst_randint(int64_t low, int64_t high, const int64_t* size, int32_t dims, at::Generator* generator,
                           Options options) {
  return nst::tensor(
      [&] { return torch::randint(low, high, nst::list(size, dims), generator_or_none(generator), options.torch()); });
}

NST_API Handle nst_randperm(int64_t count, at::Generator* generator, Options options) {
  return nst::tensor([&] { return torch::randperm(count, generator_or_none(generator), options.torch()); });
}

NST_API Handle nst_empty_like(Handle a, Options options) {
  return nst::tensor([&] { return torch::empty_like(*a, options.torch()); });
}

NST_API Handle nst_zeros_like(Handle a, Options options) {
  return nst::tensor([&] { return torch::zeros_like(*a, options.torch()); });
}

NST_API Handle nst_ones_like(Handle a, Options options) {
  return nst::tensor([&] { return torch::ones_like(*a, options.torch()); });
}

NST_API Handle nst_full_like(Handle a, nst::Scalar value, Options options) {
  return nst::tensor([&] { return torch::full_like(*a, value.value(), options.torch()); });
}

NST_API Handle nst_rand_like(Handle a, Options options) {
  return nst::tensor([&] { return torch::rand_like(*a, options.torch()); });
}

NST_API Handle nst_randn_like(Handle a, Options options) {
  return nst::tensor([&] { return torch::randn_like(*a, options.torch()); });
}

// A tensor of its own over a copy of the caller's elements, which have the type `from`.
NST_API Handle nst_from_copy(const void* data, const int64_t* size, int32_t dims, int32_t from, Options options) {
  return nst::tensor([&] {
    auto type = static_cast<at::ScalarType>(from);
    auto result = torch::empty(nst::list(size, dims), at::TensorOptions().dtype(type));
    if (result.numel() > 0)
      std::memcpy(result.data_ptr(), data, static_cast<size_t>(result.nbytes()));
    return result.to(options.torch().requires_grad(false)).set_requires_grad(options.requires_grad != 0);
  });
}

// A tensor that shares the caller's memory, and calls `release(context)` when nothing uses it any more.
// When it fails the caller still owns the memory.
NST_API Handle nst_from_shared(void* data, const int64_t* size, int32_t dims, int32_t from, Options options,
                               void (*release)(void*), void* context) {
  auto owned = std::make_shared<bool>(false);
  return nst::tensor([&] {
    auto type = static_cast<at::ScalarType>(from);
    auto shared = torch::from_blob(
        data, nst::list(size, dims),
        [release, context, owned](void*) {
          if (*owned)
            release(context);
        },
        at::TensorOptions().dtype(type));
    auto result = shared.to(options.torch().requires_grad(false)).set_requires_grad(options.requires_grad != 0);
    *owned = true;
    return result;
  });
}
