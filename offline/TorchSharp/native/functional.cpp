// Layers as functions: convolution, pooling, padding, resizing, normalization, losses.
#include "shim.h"

namespace functional = torch::nn::functional;
using nst::Handle;

NST_API Handle nst_conv2d(Handle input, Handle weight, Handle bias, const int64_t* strides, int32_t stride_count,
                          const int64_t* padding, int32_t padding_count, const int64_t* dilation,
                          int32_t dilation_count, int64_t groups) {
  return nst::tensor([&] {
    return torch::conv2d(*input, *weight, nst::or_undefined(bias), nst::list(strides, stride_count),
                         nst::list(padding, padding_count), nst::list(dilation, dilation_count), groups);
  });
}

NST_API Handle nst_conv_transpose2d(Handle input, Handle weight, Handle bias, const int64_t* strides,
                                    int32_t stride_count, const int64_t* padding, int32_t padding_count,
                                    const int64_t* output_padding, int32_t output_padding_count,
                                    const int64_t* dilation, int32_t dilation_count, int64_t groups) {
  return nst::tensor([&] {
    return torch::conv_transpose2d(*input, *weight, nst::or_undefined(bias), nst::list(strides, stride_count),
                                   nst::list(padding, padding_count), nst::list(output_padding, output_padding_count),
                                   groups, nst::list(dilation, dilation_count));
  });
}

NST_API Handle nst_max_pool2d(Handle input, const int64_t* kernel, int32_t kernel_count, const int64_t* strides,
                              int32_t stride_count, const int64_t* padding, int32_t padding_count,
                              const int64_t* dilation, int32_t dilation_count, bool ceil_mode) {
  return nst::tensor([&] {
    return torch::max_pool2d(*input, nst::list(kernel, kernel_count), nst::list(strides, stride_count),
                             nst::list(padding, padding_count), nst::list(dilation, dilation_count), ceil_mode);
  });
}

// A divisor of 0 is "the number of elements averaged".
NST_API Handle nst_avg_pool2d(Handle input, const int64_t* kernel, int32_t kernel_count, const int64_t* strides,
                              int32_t stride_count, const int64_t* padding, int32_t padding_count, bool ceil_mode,
                              bool count_padding, int64_t divisor) {
  return nst::tensor([&] {
    return torch::avg_pool2d(*input, nst::list(kernel, kernel_count), nst::list(strides, stride_count),
                             nst::list(padding, padding_count), ceil_mode, count_padding,
                             divisor == 0 ? nst::optional<int64_t>() : nst::optional<int64_t>(divisor));
  });
}

// Modes mirror PaddingModes; zeros and constant are the same here.
NST_API Handle nst_pad(Handle input, const int64_t* pad, int32_t count, int32_t mode, double value) {
  return nst::tensor([&] {
    auto options = functional::PadFuncOptions(std::vector<int64_t>(pad, pad + count)).value(value);
    switch (mode) {
      case 1:
        options.mode(torch::kReflect);
        break;
      case 2:
        options.mode(torch::kReplicate);
        break;
      case 3:
        options.mode(torch::kCircular);
        break;
      default:
        options.mode(torch::kConstant);
        break;
    }
    return functional::pad(*input, options);
  });
}

// Modes mirror torch.InterpolationMode. align_corners: 0 unset, 1 true, 2 false.
NST_API Handle nst_interpolate(Handle input, const int64_t* size, int32_t size_count, const double* scales,
                               int32_t scale_count, int32_t mode, int32_t align_corners, bool recompute,
                               bool antialias) {
  return nst::tensor([&] {
    auto options = functional::InterpolateFuncOptions().recompute_scale_factor(recompute).antialias(antialias);
    if (align_corners != 0)
      options.align_corners(align_corners == 1);
    if (size_count > 0)
      options.size(std::vector<int64_t>(size, size + size_count));
    if (scale_count > 0)
      options.scale_factor(std::vector<double>(scales, scales + scale_count));
    switch (mode) {
      case 1:
        options.mode(torch::kLinear);
        break;
      case 2:
        options.mode(torch::kBilinear);
        break;
      case 3:
        options.mode(torch::kBicubic);
        break;
      case 4:
        options.mode(torch::kTrilinear);
        break;
      case 5:
        options.mode(torch::kArea);
        break;
      case 6:
        options.mode(torch::kNearestExact);
        break;
      default:
        options.mode(torch::kNearest);
        break;
    }
    return functional::interpolate(*input, options);
  });
}

NST_API Handle nst_instance_norm(Handle input, Handle mean, Handle variance, Handle weight, Handle bias,
                                 bool use_input_stats, double momentum, double eps) {
  return nst::tensor([&] {
    return torch::instance_norm(*input, nst::or_none(weight), nst::or_none(bias), nst::or_none(mean),
                                nst::or_none(variance), use_input_stats, momentum, eps, at::globalContext().userEnabledCuDNN());
  });
}

NST_API Handle nst_batch_norm(Handle input, Handle mean, Handle variance, Handle weight, Handle bias, bool training,
                              double momentum, double eps) {
  return nst::tensor([&] {
    return torch::batch_norm(*input, nst::or_none(weight), nst::or_none(bias), nst::or_none(mean),
                             nst::or_none(variance), training, momentum, eps, at::globalContext().userEnabledCuDNN());
  });
}

NST_API Handle nst_normalize(Handle input, double p, int64_t dim, double eps) {
  return nst::tensor(
      [&] { return functional::normalize(*input, functional::NormalizeFuncOptions().p(p).dim(dim).eps(eps)); });
}

// Reductions mirror torch.nn.Reduction, which has libtorch's own numbers.
NST_API Handle nst_mse_loss(Handle input, Handle target, int64_t reduction) {
  return nst::tensor([&] { return torch::mse_loss(*input, *target, reduction); });
}

NST_API Handle nst_l1_loss(Handle input, Handle target, int64_t reduction) {
  return nst::tensor([&] { return torch::l1_loss(*input, *target, reduction); });
}
