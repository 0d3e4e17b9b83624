using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var type = dtype ?? (IsWhole(start) && IsWhole(stop) && IsWhole(step) ? ScalarType.Int64 : _defaultType);
        return Result(Native.nst_arange(start.Value, stop.Value, step.Value, Options(type, device, requires_grad)));
    }

    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Result(Native.nst_linspace(start, end, steps, Options(dtype, device, requires_grad)));

    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        RequireNoNames(names);
        return Result(Native.nst_eye(rows, columns == -1L ? rows : columns, Options(dtype, device, requires_grad)));
    }

    private static bool IsWhole(Scalar scalar) => is_integral(scalar.Type);
}
