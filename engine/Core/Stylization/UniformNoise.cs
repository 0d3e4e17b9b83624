namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Uniform values of 0..1 from a seed, the same on every machine, device and version of the tensor library: SplitMix64
/// (Steele, Lea and Flood, 2014), whose upper 24 bits fill a float32's fraction.
/// </summary>
internal static class UniformNoise
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    public static float[] Values(long seed, long count)
    {
        var values = new float[count];
        var state = unchecked((ulong)seed);
        for (long i = 0; i < count; i++)
        {
            state = unchecked(state + Increment);
            values[i] = (Mix(state) >> 40) * (1f / (1 << 24));
        }

        return values;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
