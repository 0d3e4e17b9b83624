using System.Numerics;

namespace NeuralStyle.Samples.Render.Imaging;

/// <summary>
/// A colored surface with a height (in pixels) at each point, lit from the upper left: facing slopes brighten, hollows
/// darken, ridges shine. Shine is the strength of highlights, Sharpness their exponent.
/// </summary>
internal sealed record Relief(Picture Colors, float[] Heights, float Shine, float Sharpness)
{
    private const float Ambient = 0.30f;
    private const float HollowReach = 7; // pixels
    private static readonly Vector3 ToLight = Vector3.Normalize(new Vector3(-0.62f, -0.66f, 0.62f));

    public Picture Lit()
    {
        var result = new Picture(Colors.Width, Colors.Height);
        var around = Around();
        var halfway = Vector3.Normalize(ToLight + Vector3.UnitZ);
        Parallel.For(0, Colors.Height, y =>
        {
            for (var x = 0; x < Colors.Width; x++)
            {
                var normal = Vector3.Normalize(new Vector3(
                    HeightAt(x - 1, y) - HeightAt(x + 1, y), HeightAt(x, y - 1) - HeightAt(x, y + 1), 2));
                var lit = MathF.Max(Vector3.Dot(normal, ToLight), 0) / ToLight.Z;
                var hollow = Math.Clamp(1 + 0.10f * (HeightAt(x, y) - around[x, y].X), 0.6f, 1.12f);
                var highlight = MathF.Pow(MathF.Max(Vector3.Dot(normal, halfway), 0), Sharpness);
                result[x, y] = Colors[x, y] * (Ambient + (1 - Ambient) * lit) * hollow + new Vector3(1, 0.95f, 0.85f) * (Shine * highlight);
            }
        });
        return result;
    }

    private Picture Around()
    {
        var heights = new Picture(Colors.Width, Colors.Height);
        for (var i = 0; i < Heights.Length; i++)
            heights.Pixels[i] = new Vector3(Heights[i]);
        return heights.Blurred(HollowReach);
    }

    private float HeightAt(int x, int y) =>
        Heights[Math.Clamp(y, 0, Colors.Height - 1) * Colors.Width + Math.Clamp(x, 0, Colors.Width - 1)];
}
