using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Woodcut;

/// <summary>A style image without colors: hills and a sky, cut in wood and printed in black. The cuts follow the slopes and the wind.</summary>
internal static class WoodcutPrint
{
    private const int Oversampling = 2;
    private const int Reach = 60; // steps that a cut is followed to either side, in pixels
    private const int Seed = 3307;
    private static readonly Vector3 Paper = Srgb.Linear(0xF3EAD6);
    private static readonly Vector3 Ink = Srgb.Linear(0x17130F);

    public static Picture Render(int width, int height)
    {
        var print = new Picture(width * Oversampling, height * Oversampling);
        Parallel.For(0, print.Height, y =>
        {
            for (var x = 0; x < print.Width; x++)
            {
                var place = new Vector2(x, y) / print.Height;
                // Where wood is left, ink is: where the grain along the cut stands above what the tone leaves of it.
                var wood = WoodAlong(place, 1f / print.Height) > PrintedScene.ToneAt(place);
                var wear = 0.06f * Noise.Fractal(place.X * 90, place.Y * 90, 2);
                print[x, y] = wood ? Vector3.Lerp(Ink, Paper, wear) : Paper * (1 - 0.2f * wear);
            }
        });
        return print.Reduced(Oversampling);
    }

    /// <summary>
    /// Noise averaged along the cut through a place (line integral convolution, Cabral and Leedom 1993), spread to about 0..1: the same along
    /// a cut, different across it.
    /// </summary>
    private static float WoodAlong(Vector2 place, float step)
    {
        var sum = Grain(place);
        foreach (var side in (float[])[-1, 1])
        {
            var at = place;
            for (var i = 0; i < Reach; i++)
            {
                at += side * step * PrintedScene.CutAt(at);
                sum += Grain(at);
            }
        }
        var mean = sum / (2 * Reach + 1);
        return 0.5f + 3.6f * (mean - 0.5f);
    }

    private static float Grain(Vector2 p) => Noise.At(p.X * 170 + Seed, p.Y * 170);
}
