using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

// Tensors from the memory of arrays: copied, or shared for as long as native code uses it.
public static partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device ?? CPU);

    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RequireNoNames(names);
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        return Shared(rawArray, 0, Lengths(rawArray), type, Options(dtype ?? type, device, requires_grad));
    }

    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var length = rawArray.LongLength;
        if (offset < 0 || offset >= length)
            throw new ArgumentException($"invalid value for 'offset': {offset}");
        if (count < 0)
            count = length - offset;
        if (count > length - offset)
            throw new IndexOutOfRangeException($"element count is too large: {count}");

        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        return Shared(rawArray, offset, [count], type, Options(dtype, CPU, requires_grad));
    }

    internal static TensorOptions Options(ScalarType? type, Device? device, bool requiresGrad) =>
        new(type ?? _defaultType, InitializeDevice(device), requiresGrad);

    private static unsafe Tensor Copied<T>(
        ReadOnlySpan<T> elements, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        RequireNoNames(names);
        var product = 1L;
        foreach (var size in dimensions)
            product *= size;
        if (product > elements.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {product} vs. {elements.Length}");

        var type = ToScalarType(typeof(T));
        fixed (long* sizes = dimensions)
        {
            fixed (T* data = elements)
            {
                var options = Options(dtype ?? type, device, requiresGrad);
                return Result(Native.nst_from_copy(data, sizes, dimensions.Length, (int)type, options));
            }
        }
    }

    private static unsafe Tensor Shared(Array array, long offset, ReadOnlySpan<long> dimensions, ScalarType type, TensorOptions options)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        var data = pin.AddrOfPinnedObject() + (nint)(offset * Buffer.ByteLength(array) / Math.Max(1, array.LongLength));
        fixed (long* sizes = dimensions)
        {
            var handle = Native.nst_from_shared(data, sizes, dimensions.Length, (int)type, options, &Unpin, GCHandle.ToIntPtr(pin));
            if (handle == 0)
                pin.Free();
            return Result(handle);
        }
    }

    private static ReadOnlySpan<T> Elements<T>(Array array) where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static long[] Lengths(Array array)
    {
        var lengths = new long[array.Rank];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = array.GetLongLength(i);
        return lengths;
    }

    private static void RequireNoNames(string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("This stand-in for TorchSharp has no named dimensions.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();
}
