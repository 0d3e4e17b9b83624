using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The houses along the quay and up the hill, the church among them, and the trees between.</summary>
internal static class Town
{
    private const float Setback = 8; // width of the promenade
    private static readonly Vector2 ChurchSite = new(-17, 104); // (x, z)

    public static void Build(Frame world, Rng rng)
    {
        FrontRow(world, rng);
        var taken = new List<(Vector2 Place, float Radius)> { (ChurchSite, 13) };
        Church.Build(OnGround(world, ChurchSite.X - 4.5f, ChurchSite.Y - 7).Turned(-0.28f), rng);
        HillRows(world, taken, rng);
        Greenery(world, taken, rng);
    }

    /// <summary>Houses wall to wall along the promenade; the eye meets these first, so colors never repeat side by side.</summary>
    private static void FrontRow(Frame world, Rng rng)
    {
        var wall = 0;
        for (var x = -58f; x < Landscape.QuayEnd - 7;)
        {
            var width = rng.Between(5.2f, 8.6f);
            var storeys = rng.Chance(0.6f) ? 3 : rng.Chance(0.6f) ? 4 : 2;
            var z = Landscape.QuayFront(x + width / 2) + Setback + rng.Between(-0.25f, 0.5f);
            // Turned along the curve of the quay: its slope there is 0.008 (x + 14).
            var yaw = -MathF.Atan(0.008f * (x + width / 2 + 14));
            var house = new House(
                width, rng.Between(7, 9), storeys, rng.Between(2.75f, 3.05f), Colors.Walls[wall++ % Colors.Walls.Count], rng.Pick(Colors.Roofs),
                rng.Chance(0.42f) ? RoofShape.GableToFront : rng.Chance(0.7f) ? RoofShape.EavesToFront : RoofShape.Hip, rng.Chance(0.5f));
            house.Build(world.Moved(x, Landscape.QuayHeight, z).Turned(yaw), rng);
            x += width + 0.04f;
        }
    }

    private static void HillRows(Frame world, List<(Vector2 Place, float Radius)> taken, Rng rng)
    {
        for (var row = 0; row < 8; row++)
        {
            var back = 22f + row * 10.5f;
            for (var x = -70f + rng.Between(0, 6); x < 22 - row * 3.2f;)
            {
                var width = rng.Between(5.5f, 9);
                var depth = rng.Between(6, 8);
                var z = Landscape.QuayFront(x) + back + rng.Between(-3, 3);
                var middle = new Vector2(x + width / 2, z + depth / 2);
                var radius = 0.5f * MathF.Max(width, depth);
                if (!taken.Any(t => Vector2.Distance(t.Place, middle) < t.Radius + radius * 0.85f) && rng.Chance(0.86f - 0.05f * row))
                {
                    taken.Add((middle, radius));
                    var house = new House(
                        width, depth, rng.Chance(0.55f) ? 2 : 3, 2.8f, rng.Pick(Colors.Walls), rng.Pick(Colors.Roofs),
                        (RoofShape)rng.Below(3), false);
                    house.Build(OnGround(world, x, z).Turned(rng.Between(-0.4f, 0.15f)), rng);
                }
                x += width + rng.Between(1, 5.5f);
            }
        }
    }

    private static void Greenery(Frame world, List<(Vector2 Place, float Radius)> taken, Rng rng)
    {
        var green = Srgb.Linear(0x5F7A36);
        var olive = Srgb.Linear(0x7F8A58);
        for (var i = 0; i < 420; i++)
        {
            var x = rng.Between(-80, 34);
            var z = Landscape.QuayFront(x) + rng.Between(17, 130);
            var place = new Vector2(x, z);
            var ground = Landscape.TownHeight(x, z);
            if (ground < 2.2f || taken.Any(t => Vector2.Distance(t.Place, place) < t.Radius + 1.0f))
                continue;
            taken.Add((place, 1.2f));
            var at = OnGround(world, x, z);
            var kind = rng.Unit();
            if (kind < 0.22f)
                Foliage.Cypress(at, rng.Between(6, 10.5f), rng);
            else if (kind < 0.58f)
                Foliage.Round(at, rng.Between(3.5f, 6.5f), Vector3.Lerp(green, olive, rng.Unit()), rng);
            else if (kind < 0.68f)
                Foliage.Pine(at, rng.Between(7, 10), rng);
            else
                Foliage.Bush(at, rng.Between(1, 2), rng.Chance(0.12f) ? new Vector3(0.55f, 0.06f, 0.28f) : green, rng);
        }
    }

    private static Frame OnGround(Frame world, float x, float z) => world.Moved(x, Landscape.TownHeight(x, z), z);
}
