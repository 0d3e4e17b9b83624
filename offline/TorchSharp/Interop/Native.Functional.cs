using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Layers as functions. See native/functional.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_conv2d(
        nint input, nint weight, nint bias, long* strides, int strideCount, long* padding, int paddingCount, long* dilation,
        int dilationCount, long groups);

    [DllImport(Library)]
    internal static extern nint nst_conv_transpose2d(
        nint input, nint weight, nint bias, long* strides, int strideCount, long* padding, int paddingCount, long* outputPadding,
        int outputPaddingCount, long* dilation, int dilationCount, long groups);

    [DllImport(Library)]
    internal static extern nint nst_max_pool2d(
        nint input, long* kernel, int kernelCount, long* strides, int strideCount, long* padding, int paddingCount, long* dilation,
        int dilationCount, bool ceilMode);

    [DllImport(Library)]
    internal static extern nint nst_avg_pool2d(
        nint input, long* kernel, int kernelCount, long* strides, int strideCount, long* padding, int paddingCount, bool ceilMode,
        bool countPadding, long divisor);

    [DllImport(Library)]
    internal static extern nint nst_pad(nint input, long* pad, int count, int mode, double value);

    [DllImport(Library)]
    internal static extern nint nst_interpolate(
        nint input, long* size, int sizeCount, double* scales, int scaleCount, int mode, int alignCorners, bool recompute,
        bool antialias);

    [DllImport(Library)]
    internal static extern nint nst_instance_norm(
        nint input, nint mean, nint variance, nint weight, nint bias, bool useInputStats, double momentum, double eps);

    [DllImport(Library)]
    internal static extern nint nst_batch_norm(
        nint input, nint mean, nint variance, nint weight, nint bias, bool training, double momentum, double eps);

    [DllImport(Library)]
    internal static extern nint nst_normalize(nint input, double p, long dim, double eps);

    [DllImport(Library)]
    internal static extern nint nst_mse_loss(nint input, nint target, long reduction);

    [DllImport(Library)]
    internal static extern nint nst_l1_loss(nint input, nint target, long reduction);
}
