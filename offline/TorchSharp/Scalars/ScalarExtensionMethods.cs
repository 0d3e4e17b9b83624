using TorchSharp.Interop;

namespace TorchSharp;

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => new(new ScalarValue((long)value));

    public static Scalar ToScalar(this sbyte value) => new(new ScalarValue((long)value));

    public static Scalar ToScalar(this short value) => new(new ScalarValue((long)value));

    public static Scalar ToScalar(this int value) => new(new ScalarValue((long)value));

    public static Scalar ToScalar(this long value) => new(new ScalarValue(value));

    public static Scalar ToScalar(this float value) => new(new ScalarValue((double)value));

    public static Scalar ToScalar(this double value) => new(new ScalarValue(value));

    public static Scalar ToScalar(this bool value) => new(new ScalarValue(value));

    public static Scalar ToScalar(this Half value) => new(new ScalarValue((double)value));

    public static Half ToHalf(this Scalar value) => (Half)value.Value.ToDouble();

    public static float ToSingle(this Scalar value) => (float)value.Value.ToDouble();

    public static double ToDouble(this Scalar value) => value.Value.ToDouble();

    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.Value.ToInt64());

    public static byte ToByte(this Scalar value) => checked((byte)value.Value.ToInt64());

    public static short ToInt16(this Scalar value) => checked((short)value.Value.ToInt64());

    public static int ToInt32(this Scalar value) => checked((int)value.Value.ToInt64());

    public static long ToInt64(this Scalar value) => value.Value.ToInt64();

    public static bool ToBoolean(this Scalar value) => value.Value.ToBoolean();
}
