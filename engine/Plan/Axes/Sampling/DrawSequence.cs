using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NeuralStyle.Plan.Axes.Sampling;

/// <summary>
/// Uniform numbers of a seed and a name: SplitMix64 (Steele, Lea and Flood, 2014), begun at the SHA-256 of both. The same on every
/// machine and forever, which a base library's generator doesn't promise; and the first n of more numbers are the n, so that a longer
/// axis begins with the values of the shorter.
/// </summary>
internal sealed class DrawSequence
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>Begins a sequence.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What is drawn: different names have sequences that have nothing to do with each other.</param>
    public DrawSequence(long seed, string name)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed} {name}");
        _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The next number, 0 to below 1, a multiple of 2^-53.</summary>
    public double Next()
    {
        _state += Increment;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        bits ^= bits >> 31;
        return (bits >> 11) * (1.0 / (1UL << 53));
    }
}
