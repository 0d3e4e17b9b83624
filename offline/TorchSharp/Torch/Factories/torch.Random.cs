using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null)
    {
        RequireNoNames(names);
        var options = Options(dtype ?? ScalarType.Int64, device, requires_grad);
        fixed (long* sizes = size)
            return Result(Native.nst_randint(low, high, sizes, size.Length, generator?.Handle ?? 0, options), generator);
    }

    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Result(
            Native.nst_randperm(n, generator?.Handle ?? 0, Options(dtype ?? ScalarType.Int64, device, requires_grad)),
            generator);
}
