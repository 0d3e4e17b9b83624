// What every part of the shim shares: handles, scalars, lists, and the passage of C++ exceptions to the caller.
#pragma once

#include <torch/torch.h>
#include <torch/version.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#define NST_API extern "C" __attribute__((visibility("default")))

namespace nst {

// c10::optional became std::optional in 2.3; before that they are different types.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 3)
template <class T> using optional = std::optional<T>;
inline constexpr auto none = std::nullopt;
#else
template <class T> using optional = c10::optional<T>;
inline constexpr auto none = c10::nullopt;
#endif

// The caller owns every handle it gets, and releases it by nst_tensor_delete.
using Handle = at::Tensor*;

// Mirrors ScalarValue in Scalar.cs: sixteen bytes, so that it travels in two registers.
struct Scalar {
  enum Kind : int64_t { Absent = 0, Float = 1, Integer = 2, Boolean = 3 };

  int64_t bits;
  int64_t kind;

  at::Scalar value() const {
    switch (kind) {
      case Float: {
        double number;
        std::memcpy(&number, &bits, sizeof number);
        return number;
      }
      case Boolean:
        return bits != 0;
      default:
        return bits;
    }
  }

  nst::optional<at::Scalar> maybe() const {
    return kind == Absent ? nst::optional<at::Scalar>() : nst::optional<at::Scalar>(value());
  }
};

inline at::IntArrayRef list(const int64_t* items, int32_t count) {
  return at::IntArrayRef(items, static_cast<size_t>(count));
}

// A null handle is an undefined tensor, which libtorch's optional tensor arguments take as "none".
inline at::Tensor or_undefined(Handle tensor) {
  return tensor ? *tensor : at::Tensor();
}

inline nst::optional<at::Tensor> or_none(Handle tensor) {
  return tensor ? nst::optional<at::Tensor>(*tensor) : nst::optional<at::Tensor>();
}

// A negative type code is "as libtorch would choose".
inline nst::optional<at::ScalarType> type_or_none(int32_t type) {
  return type < 0 ? nst::optional<at::ScalarType>()
                  : nst::optional<at::ScalarType>(static_cast<at::ScalarType>(type));
}

inline std::vector<at::Tensor> tensors(const Handle* handles, int32_t count) {
  std::vector<at::Tensor> result;
  result.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; ++i)
    result.push_back(or_undefined(handles[i]));
  return result;
}

inline c10::Device device(int32_t type, int32_t index) {
  return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

inline Handle give(at::Tensor tensor) {
  return tensor.defined() ? new at::Tensor(std::move(tensor)) : nullptr;
}

inline void give_all(const std::vector<at::Tensor>& from, Handle* into) {
  for (size_t i = 0; i < from.size(); ++i)
    into[i] = give(from[i]);
}

// Keeps the message of the exception being handled for nst_take_error, on this thread.
void keep_error() noexcept;

// Runs `body`; null says that it threw, or that its result is undefined.
template <class Body> Handle tensor(Body&& body) noexcept {
  try {
    return give(body());
  } catch (...) {
    keep_error();
    return nullptr;
  }
}

// Runs `body`; 0 is success, 1 says that it threw.
template <class Body> int32_t status(Body&& body) noexcept {
  try {
    body();
    return 0;
  } catch (...) {
    keep_error();
    return 1;
  }
}

}  // namespace nst
