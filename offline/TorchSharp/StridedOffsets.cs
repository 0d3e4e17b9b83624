namespace TorchSharp.Utils;

// Walks the memory offsets of a strided tensor's elements in the order of their indices.
internal struct StridedOffsets
{
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly long[] _index;

    internal StridedOffsets(long[] shape, long[] strides, long start)
    {
        _shape = shape;
        _strides = strides;
        _index = new long[shape.Length];
        for (var i = shape.Length - 1; i >= 0 && start > 0; i--)
        {
            start = Math.DivRem(start, shape[i], out _index[i]);
            Current += _index[i] * strides[i];
        }
    }

    internal long Current { get; private set; }

    internal void MoveNext()
    {
        for (var i = _shape.Length - 1; i >= 0; i--)
        {
            Current += _strides[i];
            if (++_index[i] < _shape[i])
                return;
            Current -= _index[i] * _strides[i];
            _index[i] = 0;
        }
    }
}
