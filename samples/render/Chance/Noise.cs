using System.Numerics;

namespace NeuralStyle.Samples.Render.Chance;

/// <summary>Smooth noise over the plane and over space, and fractal sums of it. All values lie in about [0, 1], mean one half.</summary>
internal static class Noise
{
    public static float At(float x, float y)
    {
        var (ix, iy) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (u, v) = (Ease(x - ix), Ease(y - iy));
        return Mix(
            Mix(Lattice(ix, iy, 0), Lattice(ix + 1, iy, 0), u),
            Mix(Lattice(ix, iy + 1, 0), Lattice(ix + 1, iy + 1, 0), u), v);
    }

    public static float At(Vector3 p)
    {
        var (ix, iy, iz) = ((int)MathF.Floor(p.X), (int)MathF.Floor(p.Y), (int)MathF.Floor(p.Z));
        var (u, v, w) = (Ease(p.X - ix), Ease(p.Y - iy), Ease(p.Z - iz));
        var near = Mix(
            Mix(Lattice(ix, iy, iz), Lattice(ix + 1, iy, iz), u),
            Mix(Lattice(ix, iy + 1, iz), Lattice(ix + 1, iy + 1, iz), u), v);
        var far = Mix(
            Mix(Lattice(ix, iy, iz + 1), Lattice(ix + 1, iy, iz + 1), u),
            Mix(Lattice(ix, iy + 1, iz + 1), Lattice(ix + 1, iy + 1, iz + 1), u), v);
        return Mix(near, far, w);
    }

    /// <summary>Octaves of noise, each at twice the frequency and half the strength of the one before.</summary>
    public static float Fractal(float x, float y, int octaves)
    {
        float sum = 0, strength = 0.5f, total = 0;
        for (var i = 0; i < octaves; i++)
        {
            sum += strength * At(x, y);
            total += strength;
            strength *= 0.5f;
            // Turned by 37 degrees each time, so that the lattices do not line up.
            (x, y) = (1.6f * x - 1.2f * y + 17.3f, 1.2f * x + 1.6f * y - 9.1f);
        }
        return sum / total;
    }

    public static float Fractal(Vector3 p, int octaves)
    {
        float sum = 0, strength = 0.5f, total = 0;
        for (var i = 0; i < octaves; i++)
        {
            sum += strength * At(p);
            total += strength;
            strength *= 0.5f;
            p = new Vector3(1.6f * p.X - 1.2f * p.Z, 2.02f * p.Y, 1.2f * p.X + 1.6f * p.Z) + new Vector3(17.3f, 5.7f, -9.1f);
        }
        return sum / total;
    }

    /// <summary>Octaves folded at their middle, which makes sharp crests: mountains and rock.</summary>
    public static float Ridged(float x, float y, int octaves)
    {
        float sum = 0, strength = 0.5f, total = 0, carry = 1;
        for (var i = 0; i < octaves; i++)
        {
            var crest = 1 - MathF.Abs(2 * At(x, y) - 1);
            crest *= crest;
            sum += strength * crest * carry;
            total += strength;
            carry = Math.Clamp(crest * 1.6f, 0.2f, 1);
            strength *= 0.5f;
            (x, y) = (1.6f * x - 1.2f * y + 31.7f, 1.2f * x + 1.6f * y - 4.3f);
        }
        return sum / total;
    }

    /// <summary>One fixed random number in [0, 1) for each lattice point.</summary>
    public static float Lattice(int x, int y, int z)
    {
        var h = (uint)x * 0x8DA6B343u ^ (uint)y * 0xD8163841u ^ (uint)z * 0xCB1AB31Fu;
        h = (h ^ h >> 15) * 0x2C1B3C6Du;
        h = (h ^ h >> 12) * 0x297A2D39u;
        return ((h ^ h >> 15) >> 8) * (1f / 16777216f);
    }

    private static float Ease(float t) => t * t * t * (t * (t * 6 - 15) + 10);

    private static float Mix(float a, float b, float t) => a + (b - a) * t;
}
