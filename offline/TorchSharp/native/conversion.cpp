// Copies, and moves between types and devices.
#include "shim.h"

using nst::Handle;

NST_API Handle nst_clone(Handle a) {
  return nst::tensor([&] { return a->clone(); });
}

NST_API Handle nst_contiguous(Handle a) {
  return nst::tensor([&] { return a->contiguous(); });
}

NST_API Handle nst_cpu(Handle a) {
  return nst::tensor([&] { return a->cpu(); });
}

NST_API Handle nst_cuda(Handle a) {
  return nst::tensor([&] { return a->cuda(); });
}

NST_API Handle nst_pin_memory(Handle a) {
  return nst::tensor([&] { return a->pin_memory(); });
}

NST_API Handle nst_to_type(Handle a, int32_t type, bool copy, bool non_blocking) {
  return nst::tensor([&] { return a->to(static_cast<at::ScalarType>(type), non_blocking, copy); });
}

NST_API Handle nst_to_device(Handle a, int32_t device, int32_t index, bool copy, bool non_blocking) {
  return nst::tensor([&] { return a->to(nst::device(device, index), non_blocking, copy); });
}

NST_API Handle nst_to_device_and_type(Handle a, int32_t device, int32_t index, int32_t type, bool copy,
                                      bool non_blocking) {
  return nst::tensor([&] {
    return a->to(nst::device(device, index), static_cast<at::ScalarType>(type), non_blocking, copy);
  });
}

NST_API int32_t nst_copy_(Handle a, Handle source, bool non_blocking) {
  return nst::status([&] { a->copy_(*source, non_blocking); });
}

NST_API int32_t nst_fill_(Handle a, nst::Scalar value) {
  return nst::status([&] { a->fill_(value.value()); });
}

// Its caller hands out a wrapper of its own, unlike the other operations in place.
NST_API Handle nst_zero_(Handle a) {
  return nst::tensor([&] { return a->zero_(); });
}
