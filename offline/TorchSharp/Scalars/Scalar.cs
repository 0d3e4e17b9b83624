using TorchSharp.Interop;

namespace TorchSharp;

// Holds its value on the managed side: nothing native to release, so Dispose has nothing to do.
public sealed class Scalar : IDisposable
{
    internal readonly ScalarValue Value;

    internal Scalar(ScalarValue value) => Value = value;

    public torch.ScalarType Type => Value.Type;

    public static implicit operator Scalar(byte value) => value.ToScalar();

    public static implicit operator Scalar(sbyte value) => value.ToScalar();

    public static implicit operator Scalar(short value) => value.ToScalar();

    public static implicit operator Scalar(int value) => value.ToScalar();

    public static implicit operator Scalar(long value) => value.ToScalar();

    public static implicit operator Scalar(Half value) => value.ToScalar();

    public static implicit operator Scalar(float value) => value.ToScalar();

    public static implicit operator Scalar(double value) => value.ToScalar();

    public static implicit operator Scalar(bool value) => value.ToScalar();

    public void Dispose()
    {
    }
}
