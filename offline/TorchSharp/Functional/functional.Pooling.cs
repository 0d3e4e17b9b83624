using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false)
            {
                strides ??= kernel_size;
                padding ??= Zero;
                dilation ??= One;
                fixed (long* kernel = kernel_size, step = strides, pad = padding, spread = dilation)
                {
                    var handle = Native.nst_max_pool2d(
                        input.Handle, kernel, kernel_size.Length, step, strides.Length, pad, padding.Length, spread,
                        dilation.Length, ceil_mode);
                    return Result(handle, input);
                }
            }

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size, kernel_size], Both(stride), Both(padding), Both(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(
                    input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null)
            {
                stride ??= kernel_size;
                padding ??= Zero;
                fixed (long* kernel = kernel_size, step = stride, pad = padding)
                {
                    var handle = Native.nst_avg_pool2d(
                        input.Handle, kernel, kernel_size.Length, step, stride.Length, pad, padding.Length, ceil_mode,
                        count_include_pad, divisor_override ?? 0);
                    return Result(handle, input);
                }
            }

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, [kernel_size, kernel_size], Both(stride), [padding, padding], ceil_mode, count_include_pad,
                    divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), ceil_mode, count_include_pad,
                    divisor_override);

            private static long[]? Both(long? value) => value is { } both ? [both, both] : null;

            private static long[]? Both((long, long)? pair) => pair is { } both ? [both.Item1, both.Item2] : null;
        }
    }
}
