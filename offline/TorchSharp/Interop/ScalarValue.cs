using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Mirrors nst::Scalar in native/shim.h.
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ScalarValue
{
    private readonly long _bits;
    private readonly long _kind;

    private ScalarValue(long bits, long kind)
    {
        _bits = bits;
        _kind = kind;
    }

    // The default value is "absent".
    internal ScalarValue(double value) : this(BitConverter.DoubleToInt64Bits(value), 1) { }

    internal ScalarValue(long value) : this(value, 2) { }

    internal ScalarValue(bool value) : this(value ? 1 : 0, 3) { }

    internal torch.ScalarType Type => _kind switch
    {
        1 => torch.ScalarType.Float64,
        2 => torch.ScalarType.Int64,
        _ => torch.ScalarType.Bool,
    };

    internal double ToDouble() => _kind == 1 ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    internal long ToInt64() => _kind == 1 ? checked((long)BitConverter.Int64BitsToDouble(_bits)) : _bits;

    internal bool ToBoolean() => _kind == 1 ? BitConverter.Int64BitsToDouble(_bits) != 0 : _bits != 0;
}
