// Gradients, and the thread's gradient mode.
#include "shim.h"

using nst::Handle;

NST_API int32_t nst_set_requires_grad(Handle a, bool requires_grad) {
  return nst::status([&] { a->set_requires_grad(requires_grad); });
}

NST_API int32_t nst_retain_grad(Handle a) {
  return nst::status([&] { a->retain_grad(); });
}

// Null without an error: there is no gradient.
NST_API Handle nst_grad(Handle a) {
  return nst::tensor([&] { return a->grad(); });
}

NST_API int32_t nst_set_grad(Handle a, Handle grad) {
  return nst::status([&] { a->mutable_grad() = nst::or_undefined(grad); });
}

NST_API Handle nst_detach(Handle a) {
  return nst::tensor([&] { return a->detach(); });
}

NST_API int32_t nst_detach_(Handle a) {
  return nst::status([&] { a->detach_(); });
}

NST_API int32_t nst_backward(Handle a) {
  return nst::status([&] { a->backward(); });
}

NST_API int32_t nst_autograd_backward(const Handle* tensors, int32_t count, const Handle* grads, int32_t grad_count,
                                      bool retain_graph, bool create_graph, const Handle* inputs,
                                      int32_t input_count) {
  return nst::status([&] {
    torch::autograd::backward(nst::tensors(tensors, count), nst::tensors(grads, grad_count), retain_graph,
                              create_graph, nst::tensors(inputs, input_count));
  });
}

// Writes one handle for each input; null for an input that was not used.
NST_API int32_t nst_autograd_grad(const Handle* outputs, int32_t count, const Handle* inputs, int32_t input_count,
                                  const Handle* grads, int32_t grad_count, bool retain_graph, bool create_graph,
                                  bool allow_unused, Handle* into) {
  return nst::status([&] {
    nst::give_all(torch::autograd::grad(nst::tensors(outputs, count), nst::tensors(inputs, input_count),
                                        nst::tensors(grads, grad_count), retain_graph, create_graph, allow_unused),
                  into);
  });
}

NST_API bool nst_grad_mode() { return c10::GradMode::is_enabled(); }
NST_API void nst_set_grad_mode(bool enabled) { c10::GradMode::set_enabled(enabled); }

NST_API bool nst_inference_mode() { return c10::InferenceMode::is_enabled(); }
NST_API void* nst_inference_guard_new(bool enabled) { return new c10::InferenceMode(enabled); }
NST_API void nst_inference_guard_delete(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

NST_API bool nst_anomaly_mode() { return torch::autograd::AnomalyMode::is_enabled(); }
NST_API bool nst_anomaly_checks_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }
NST_API void nst_set_anomaly_mode(bool enabled, bool check_nan) {
  torch::autograd::AnomalyMode::set_enabled(enabled, check_nan);
}
