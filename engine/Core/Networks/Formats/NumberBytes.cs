using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>Numbers as the little-endian bytes that every weights format has.</summary>
internal static class NumberBytes
{
    /// <summary>Bytes of one number.</summary>
    public static int SizeOf(NumberType type) => type switch
    {
        NumberType.Float16 or NumberType.Bfloat16 => 2,
        NumberType.Float32 => 4,
        NumberType.Float64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No size is known."),
    };

    /// <summary>The numbers as float32. Float16 and bfloat16 widen exactly; float64 rounds.</summary>
    public static float[] ToSingles(NumberType type, ReadOnlySpan<byte> bytes) => type switch
    {
        NumberType.Float32 => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
        NumberType.Float16 => Convert<Half>(bytes, value => (float)value),
        NumberType.Bfloat16 => Convert<ushort>(bytes, value => BitConverter.UInt32BitsToSingle((uint)value << 16)),
        NumberType.Float64 => Convert<double>(bytes, value => (float)value),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Cannot be read."),
    };

    /// <summary>Float32 numbers as bytes of float32, or rounded to float16.</summary>
    /// <exception cref="WeightsException">A number is too large for float16.</exception>
    public static byte[] FromSingles(NumberType type, ReadOnlySpan<float> values)
    {
        if (type == NumberType.Float32)
            return MemoryMarshal.AsBytes(values).ToArray();
        if (type != NumberType.Float16)
            throw new ArgumentOutOfRangeException(nameof(type), type, "Allowed are float16 and float32.");

        var bytes = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++)
        {
            var rounded = (Half)values[i];
            if (Half.IsInfinity(rounded) && float.IsFinite(values[i]))
                throw new WeightsException($"The number {values[i]:G6} is beyond float16, whose largest is 65504; write float32.");
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(i * 2), rounded);
        }

        return bytes;
    }

    private static float[] Convert<T>(ReadOnlySpan<byte> bytes, Func<T, float> convert)
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(bytes);
        var result = new float[values.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = convert(values[i]);
        return result;
    }
}
