using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The content images: a harbor town in evening light, and the lighthouse before it.</summary>
internal static class HarborScene
{
    private const int Seed = 20261;

    public static Picture Town(int width, int height, int samplesPerSide) =>
        Render(new Camera(new Vector3(0, 12, -28), new Vector3(0, 5.8f, 50), 34), width, height, samplesPerSide);

    public static Picture Lighthouse(int width, int height, int samplesPerSide) =>
        Render(new Camera(new Vector3(15, 3.5f, 24), new Vector3(39, 9.3f, 78), 26), width, height, samplesPerSide);

    private static Picture Render(Camera camera, int width, int height, int samplesPerSide)
    {
        var triangles = new List<Triangle>();
        var world = new Frame(triangles, Matrix4x4.Identity);
        Landscape.Build(world);
        Harbor.Town.Build(world, new Rng(Seed));
        Harbor.Lighthouse.Build(world, new Rng(Seed + 1));
        Quay.Build(world, new Rng(Seed + 2));
        Boats.Build(world, new Rng(Seed + 3));
        Jetty.Build(world, new Rng(Seed + 4));
        Gulls.Build(world, new Rng(Seed + 5));
        var tracer = new PathTracer(new BoundingTree(triangles), new Sky(), camera);
        return Film.Develop(tracer.Render(width, height, samplesPerSide, Seed));
    }
}
