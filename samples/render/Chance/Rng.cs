using System.Numerics;

namespace NeuralStyle.Samples.Render.Chance;

/// <summary>A small seeded generator (PCG-RXS-M-XS 32, O'Neill 2014): the same on every machine, cheap enough for one per pixel.</summary>
internal sealed class Rng(uint seed)
{
    private uint _state = Mix(seed);

    /// <summary>A generator for one cell of a grid, unrelated to that of its neighbors.</summary>
    public static Rng For(int x, int y, int salt) => new(Mix((uint)x) ^ Mix((uint)y + 0x9E3779B9u) * 31 ^ Mix((uint)salt + 77u) * 17);

    /// <summary>Scrambles the bits of a number.</summary>
    public static uint Mix(uint v)
    {
        v = v * 747796405u + 2891336453u;
        v = (v >> (int)((v >> 28) + 4) ^ v) * 277803737u;
        return v >> 22 ^ v;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float Unit()
    {
        _state = _state * 747796405u + 2891336453u;
        var word = (_state >> (int)((_state >> 28) + 4) ^ _state) * 277803737u;
        return ((word >> 22 ^ word) >> 8) * (1f / 16777216f);
    }

    public float Between(float low, float high) => low + (high - low) * Unit();

    public bool Chance(float probability) => Unit() < probability;

    public int Below(int bound) => (int)(Unit() * bound);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Normal with mean 0 and deviation 1 (Box-Muller).</summary>
    public float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - Unit())) * MathF.Cos(MathF.Tau * Unit());

    /// <summary>A direction, uniform over the sphere.</summary>
    public Vector3 Direction()
    {
        var z = Between(-1, 1);
        var angle = MathF.Tau * Unit();
        var r = MathF.Sqrt(1 - z * z);
        return new(r * MathF.Cos(angle), r * MathF.Sin(angle), z);
    }
}
