using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            private static readonly long[] Zero = [0];
            private static readonly long[] One = [1];

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1)
            {
                strides ??= One;
                padding ??= Zero;
                dilation ??= One;
                fixed (long* step = strides, pad = padding, spread = dilation)
                {
                    var handle = Native.nst_conv2d(
                        input.Handle, weight.Handle, Tensor.HandleOf(bias), step, strides.Length, pad, padding.Length, spread,
                        dilation.Length, groups);
                    return Result(handle, input, weight, bias);
                }
            }

            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                strides ??= One;
                padding ??= Zero;
                output_padding ??= Zero;
                dilation ??= One;
                fixed (long* step = strides, pad = padding, outer = output_padding, spread = dilation)
                {
                    var handle = Native.nst_conv_transpose2d(
                        input.Handle, weight.Handle, Tensor.HandleOf(bias), step, strides.Length, pad, padding.Length, outer,
                        output_padding.Length, spread, dilation.Length, groups);
                    return Result(handle, input, weight, bias);
                }
            }
        }
    }
}
