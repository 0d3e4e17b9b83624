// Threads, devices, version.
#include "shim.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>

NST_API const char* nst_version() {
#define NST_TEXT(x) #x
#define NST_VERSION(a, b, c) NST_TEXT(a) "." NST_TEXT(b) "." NST_TEXT(c)
  return NST_VERSION(TORCH_VERSION_MAJOR, TORCH_VERSION_MINOR, TORCH_VERSION_PATCH);
}

NST_API int32_t nst_num_threads() { return at::get_num_threads(); }
NST_API int32_t nst_set_num_threads(int32_t count) {
  return nst::status([&] { at::set_num_threads(count); });
}
NST_API int32_t nst_num_interop_threads() { return at::get_num_interop_threads(); }
NST_API int32_t nst_set_num_interop_threads(int32_t count) {
  return nst::status([&] { at::set_num_interop_threads(count); });
}

NST_API bool nst_cuda_is_available() { return torch::cuda::is_available(); }
NST_API bool nst_cuda_has_cudnn() { return torch::cuda::is_available() && torch::cuda::cudnn_is_available(); }
NST_API int32_t nst_cuda_device_count() { return static_cast<int32_t>(torch::cuda::device_count()); }
NST_API int32_t nst_cuda_synchronize(int64_t index) {
  return nst::status([&] { torch::cuda::synchronize(index); });
}
NST_API int32_t nst_cuda_manual_seed(int64_t seed) {
  return nst::status([&] { torch::cuda::manual_seed(static_cast<uint64_t>(seed)); });
}
NST_API int32_t nst_cuda_manual_seed_all(int64_t seed) {
  return nst::status([&] { torch::cuda::manual_seed_all(static_cast<uint64_t>(seed)); });
}

NST_API bool nst_cublas_allow_tf32() { return at::globalContext().allowTF32CuBLAS(); }
NST_API void nst_set_cublas_allow_tf32(bool allow) { at::globalContext().setAllowTF32CuBLAS(allow); }
NST_API bool nst_cudnn_allow_tf32() { return at::globalContext().allowTF32CuDNN(); }
NST_API void nst_set_cudnn_allow_tf32(bool allow) { at::globalContext().setAllowTF32CuDNN(allow); }
