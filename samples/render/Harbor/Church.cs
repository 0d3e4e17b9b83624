using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>A hill church: nave, and a bell tower with an open belfry under a dome.</summary>
internal static class Church
{
    private const float Half = 2.3f; // half the tower's width
    private const float Shaft = 13.5f;
    private static readonly Face Wall = new(Finish.Plaster, Srgb.Linear(0xF1E2C4));
    private static readonly Face Band = new(Finish.Stone, Srgb.Linear(0xD7BE94));
    private static readonly Face Dome = new(Finish.Paint, Srgb.Linear(0x3F7F86));
    private static readonly Face Dark = new(Finish.Plaster, new Vector3(0.05f, 0.04f, 0.05f));

    /// <summary>Builds with the front left corner of the nave at the origin.</summary>
    public static void Build(Frame place, Rng rng)
    {
        var nave = new House(8.5f, 15, 2, 3.9f, Wall.Color, Colors.Roofs[1], RoofShape.GableToFront, false);
        nave.Build(place, rng);
        // A round window in the gable.
        place.Tube(new(4.25f, 8.6f, 0), new(4.25f, 8.6f, -0.12f), 0.95f, 0.95f, Band, 20);
        place.Tube(new(4.25f, 8.6f, 0), new(4.25f, 8.6f, -0.16f), 0.7f, 0.7f, new Face(Finish.Glass, Colors.Pane), 20);
        Tower(place.Moved(8.5f + Half, 0, 3));
    }

    private static void Tower(Frame at)
    {
        at.Box(new(-Half, -5, -Half), new(Half, Shaft, Half), Wall);
        for (var i = 0; i < 3; i++)
            at.Box(new(-Half - 0.15f, 4.2f * i + 4, -Half - 0.15f), new(Half + 0.15f, 4.2f * i + 4.3f, Half + 0.15f), Band);
        for (var i = 0; i < 4; i++)
        {
            var side = at.Turned(i * MathF.PI / 2).Moved(0, 0, -Half);
            side.Box(new(-0.35f, 5.4f, -0.03f), new(0.35f, 7, 0), Dark);
            // The clock.
            side.Tube(new(0, 10.5f, 0), new(0, 10.5f, -0.10f), 1.05f, 1.05f, new Face(Finish.Paint, Colors.White), 24);
            side.Box(new(-0.06f, 10.5f, -0.14f), new(0.06f, 11.3f, -0.10f), Dark);
            side.Box(new(0, 10.44f, -0.14f), new(0.6f, 10.56f, -0.10f), Dark);
        }
        Belfry(at.Moved(0, Shaft, 0));
    }

    private static void Belfry(Frame at)
    {
        at.Box(new(-Half - 0.35f, 0, -Half - 0.35f), new(Half + 0.35f, 0.45f, Half + 0.35f), Band);
        for (var i = 0; i < 4; i++)
        {
            var corner = at.Turned(i * MathF.PI / 2).Moved(-Half, 0.45f, -Half);
            corner.Box(new(0, 0, 0), new(1.15f, 3.4f, 1.15f), Wall);
            corner.Box(new(1.15f, 2.7f, 0.1f), new(Half * 2 - 1.15f, 3.4f, 0.6f), Wall);
        }
        at.Tube(new(0, 1.6f, 0), new(0, 2.5f, 0), 0.8f, 0.35f, new Face(Finish.Metal, Srgb.Linear(0xA8773A)), 14);
        at.Box(new(-Half - 0.4f, 3.85f, -Half - 0.4f), new(Half + 0.4f, 4.25f, Half + 0.4f), Band);
        at.Tube(new(0, 4.25f, 0), new(0, 5.1f, 0), 1.95f, 1.95f, Wall, 16);
        at.Ball(new(0, 5.1f, 0), new(2.05f, 2.3f, 2.05f), Dome, 14);
        at.Tube(new(0, 7.2f, 0), new(0, 8.1f, 0), 0.42f, 0.36f, Wall, 12);
        at.Ball(new(0, 8.2f, 0), new(0.45f, 0.5f, 0.45f), Dome, 8);
        at.Box(new(-0.07f, 8.6f, -0.07f), new(0.07f, 10.2f, 0.07f), new Face(Finish.Metal, Colors.Iron));
        at.Box(new(-0.45f, 9.5f, -0.07f), new(0.45f, 9.64f, 0.07f), new Face(Finish.Metal, Colors.Iron));
    }
}
