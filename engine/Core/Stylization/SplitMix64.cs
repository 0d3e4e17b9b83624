namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// A generator of 64 random bits at a time, in whole numbers only and so the same on every machine, device and version of the tensor
/// library: SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
internal struct SplitMix64(long seed)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = unchecked((ulong)seed);

    public ulong Next()
    {
        unchecked
        {
            _state += Increment;
            var value = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
