namespace NeuralStyle.Engine.Stylization;

/// <summary>Uniform values of 0..1 from a seed, the same on every machine: the upper 24 bits of <see cref="SplitMix64"/> fill a float32's fraction.</summary>
internal static class UniformNoise
{
    public static float[] Values(long seed, long count)
    {
        var values = new float[count];
        var random = new SplitMix64(seed);
        for (long i = 0; i < count; i++)
            values[i] = (random.Next() >> 40) * (1f / (1 << 24));
        return values;
    }
}
