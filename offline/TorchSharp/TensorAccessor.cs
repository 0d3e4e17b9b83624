using System.Collections;

namespace TorchSharp.Utils;

// The elements of a tensor in the CPU's memory, in the order of its indices whatever its strides.
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private torch.Tensor? _tensor;
    private readonly unsafe T* _data;

    internal unsafe TensorAccessor(torch.Tensor tensor)
    {
        RequireCpu(tensor);
        _data = (T*)tensor.DataPointer();
        _tensor = tensor;
    }

    public long Count => _tensor?.numel() ?? 0;

    public bool IsReadOnly => false;

    private torch.Tensor Tensor => _tensor ?? throw new ObjectDisposedException(GetType().FullName);

    public T this[params long[] indices]
    {
        get
        {
            unsafe
            {
                return _data[Offset(indices)];
            }
        }
        set
        {
            unsafe
            {
                // Unlike reading, writing takes one index for each dimension, as in the published package.
                _data[OffsetOfEach(indices)] = value;
            }
        }
    }

    public T[] ToArray()
    {
        var result = new T[Count];
        if (result.Length > 0 || Tensor.ndim >= 2)
            CopyTo(result);
        return result;
    }

    public unsafe Array ToNDArray()
    {
        var shape = Tensor.shape;
        if (shape.Length == 0)
            return new[] { _data[0] };
        var result = Array.CreateInstance(typeof(T), shape);
        if (result.Length == 0)
            return result;
        fixed (byte* first = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(result))
            CopyTo(new Span<T>(first, result.Length));
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = Common(array.Length, arrayIndex, tensorIndex);
        if (count <= 0)
            return;
        var into = array.Slice(arrayIndex, count);
        if (Tensor.is_contiguous())
        {
            new ReadOnlySpan<T>(_data + tensorIndex, count).CopyTo(into);
            return;
        }

        var offsets = OffsetsFrom(tensorIndex);
        for (var i = 0; i < count; i++, offsets.MoveNext())
            into[i] = _data[offsets.Current];
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = Common(array.Length, arrayIndex, tensorIndex);
        if (count <= 0)
            return;
        var from = array.Slice(arrayIndex, count);
        if (Tensor.is_contiguous())
        {
            from.CopyTo(new Span<T>(_data + tensorIndex, count));
            return;
        }

        var offsets = OffsetsFrom(tensorIndex);
        for (var i = 0; i < count; i++, offsets.MoveNext())
            _data[offsets.Current] = from[i];
    }

    public IEnumerator<T> GetEnumerator()
    {
        var offsets = new StridedOffsets(Tensor.shape, Tensor.stride(), 0);
        for (var i = 0L; i < Count; i++, offsets.MoveNext())
            yield return At(offsets.Current);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _tensor = null;

    internal static unsafe T ReadItemAt(torch.Tensor tensor, long index)
    {
        RequireCpu(tensor);
        tensor.RequireType(typeof(T));
        if (index >= tensor.numel() || index < 0)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"not in a collection of {tensor.numel()} elements");
        using var accessor = new TensorAccessor<T>(tensor);
        return accessor[index];
    }

    private static void RequireCpu(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
        {
            throw new InvalidOperationException(
                "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }
    }

    // The published package walks wrongly from inside a strided tensor, so that nothing should come to rely on it here.
    private StridedOffsets OffsetsFrom(long start) => start == 0 || Tensor.ndim < 2
        ? new StridedOffsets(Tensor.shape, Tensor.stride(), start)
        : throw new NotSupportedException($"Copying from element {start} of a tensor that is not contiguous: make it contiguous first.");

    private unsafe T At(long offset) => _data[offset];

    // As many elements as both sides have from their starts on.
    private int Common(int length, int arrayIndex, long tensorIndex)
    {
        if (tensorIndex < 0 || tensorIndex >= Count)
            throw new ArgumentOutOfRangeException(nameof(tensorIndex));
        return (int)Math.Min(length - arrayIndex, Count - tensorIndex);
    }

    // One index counts through all elements; several are one for each dimension.
    private long Offset(long[] indices)
    {
        if (indices.Length != 1)
            return OffsetOfEach(indices);

        var index = indices[0];
        if (index >= Count)
            throw new IndexOutOfRangeException();
        if (index < 0)
            throw new ArgumentOutOfRangeException(nameof(indices), index, $"not in a collection of {Count} elements");
        return Tensor.is_contiguous() ? index : new StridedOffsets(Tensor.shape, Tensor.stride(), index).Current;
    }

    private long OffsetOfEach(long[] indices)
    {
        var shape = Tensor.shape;
        var strides = Tensor.stride();
        var offset = 0L;
        for (var i = 0; i < shape.Length; i++)
        {
            if (indices[i] >= shape[i] || indices[i] < 0)
                throw new IndexOutOfRangeException($"{indices[i]} >= {shape[i]} in dimension {i}.");
            offset += indices[i] * strides[i];
        }

        return offset;
    }
}
