using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        // The memory itself: it must not be used once the tensor is disposed.
        public unsafe Span<byte> bytes
        {
            get
            {
                var size = NumberOfElements * ElementSize;
                RequirePlainMemory();
                if (size > int.MaxValue)
                    throw new ArgumentException("Span only supports up to int.MaxValue elements.");
                return new Span<byte>(DataPointer(), (int)size);
            }
            set
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("SetBytes() called on non-contiguous tensor.");
                if (NumberOfElements * ElementSize != value.Length)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(new Span<byte>(DataPointer(), value.Length));
                GC.KeepAlive(this);
            }
        }

        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType(typeof(T));
            return new TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            return data<T>()[0];
        }

        public unsafe Scalar ToScalar()
        {
            ScalarValue value;
            Check(Native.nst_item(Handle, &value), this);
            return new Scalar(value);
        }

        public float ReadCpuSingle(long i) => TensorAccessor<float>.ReadItemAt(this, i);

        public double ReadCpuDouble(long i) => TensorAccessor<double>.ReadItemAt(this, i);

        public int ReadCpuInt32(long i) => TensorAccessor<int>.ReadItemAt(this, i);

        public long ReadCpuInt64(long i) => TensorAccessor<long>.ReadItemAt(this, i);

        public byte ReadCpuByte(long i) => TensorAccessor<byte>.ReadItemAt(this, i);

        public bool ReadCpuBool(long i) => TensorAccessor<bool>.ReadItemAt(this, i);

        public T ReadCpuValue<T>(long i) where T : unmanaged => TensorAccessor<T>.ReadItemAt(this, i);

        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            RequirePlainMemory();
            var left = NumberOfElements * ElementSize;
            for (var from = DataPointer(); left > 0;)
            {
                var count = (int)Math.Min(left, bufferSize);
                stream.Write(new ReadOnlySpan<byte>(from, count));
                from += count;
                left -= count;
            }

            GC.KeepAlive(this);
        }

        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            RequirePlainMemory();
            var left = NumberOfElements * ElementSize;
            for (var into = DataPointer(); left > 0;)
            {
                var count = stream.Read(new Span<byte>(into, (int)Math.Min(left, bufferSize)));
                if (count == 0)
                    throw new EndOfStreamException();
                into += count;
                left -= count;
            }

            GC.KeepAlive(this);
        }

        internal unsafe byte* DataPointer()
        {
            var data = Native.nst_data(Handle);
            GC.KeepAlive(this);
            if (data == 0)
                CheckForErrors();
            return (byte*)data;
        }

        internal void RequireType(Type type)
        {
            if (TypeOfElements() != type)
                throw new ArgumentException($"{type.Name} is not compatible with {dtype}");
        }

        private Type? TypeOfElements() => dtype switch
        {
            ScalarType.Byte => typeof(byte),
            ScalarType.Int8 => typeof(sbyte),
            ScalarType.Int16 => typeof(short),
            ScalarType.Int32 => typeof(int),
            ScalarType.Int64 => typeof(long),
            ScalarType.Float16 => typeof(Half),
            ScalarType.Float32 => typeof(float),
            ScalarType.Float64 => typeof(double),
            ScalarType.Bool => typeof(bool),
            _ => null,
        };

        private void RequirePlainMemory()
        {
            if (!is_contiguous())
                throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException(
                    "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            }
        }
    }
}
