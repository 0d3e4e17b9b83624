using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public struct TensorIndex
    {
        public static TensorIndex Ellipsis = new(Kind.Ellipsis);

        public static TensorIndex None = new(Kind.None);

        public static TensorIndex Null = new(Kind.Null);

        public static TensorIndex Colon = Slice();

        private readonly Kind _kind;
        private long? _start;
        private long? _stop;
        private long? _step;
        private Tensor? _tensor;

        private TensorIndex(Kind kind) => _kind = kind;

        // Numbered as in native/indexing.cpp.
        private enum Kind
        {
            None = 0,
            Single = 1,
            Null = 2,
            Ellipsis = 3,
            Bool = 4,
            Tensor = 5,
            Slice = 6,
        }

        public static implicit operator TensorIndex(long value) => Single(value);

        // Only steers overload resolution, as in the published package.
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("Should not be called.");

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range.start, range.end);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(Kind.Slice) { _start = start, _stop = stop, _step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice((long?)range.start, range.end);

        public static TensorIndex Slice(Range range)
        {
            long start = range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value;
            long? end = range.End.IsFromEnd ? range.End.Value == 0 ? null : -range.End.Value : range.End.Value;
            return Slice(start, end);
        }

        public static TensorIndex Bool(bool value) => new(Kind.Bool) { _start = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new(Kind.Single) { _start = index };

        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor) { _tensor = tensor };

        internal readonly NativeIndex Native => new()
        {
            Kind = (long)_kind,
            Start = _start ?? (_kind == Kind.Slice ? NativeIndex.Unset : 0),
            Stop = _stop ?? NativeIndex.Unset,
            Step = _step ?? NativeIndex.Unset,
            Tensor = torch.Tensor.HandleOf(_tensor),
        };
    }
}
