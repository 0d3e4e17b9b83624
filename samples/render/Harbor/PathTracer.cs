using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Follows light paths backward: sun by shadow rays, sky and neighbors by one diffuse bounce, mirrors by reflection, all through haze.</summary>
internal sealed class PathTracer(BoundingTree scene, Sky sky, Camera camera)
{
    private const float Far = 1e5f;
    private const float HazeLength = 2100; // meters over which air hides 1 - 1/e of what is behind it
    private const int Mirrors = 3; // reflections followed in a row
    private const float BrightestSample = 6; // clamps rare bright paths, which would show as specks

    public Picture Render(int width, int height, int side, int seed)
    {
        var picture = new Picture(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var rng = Rng.For(x, y, seed);
                var sum = Vector3.Zero;
                for (var i = 0; i < side * side; i++)
                {
                    // One jittered sample in each cell of a side-by-side grid, spread by a tent of one pixel's reach.
                    var (sx, sy) = (Tent((i % side + rng.Unit()) / side), Tent((i / side + rng.Unit()) / side));
                    var ray = camera.Through(x + 0.5f + sx, y + 0.5f + sy, width, height);
                    sum += Vector3.Min(Along(ray, rng, Mirrors), new Vector3(BrightestSample));
                }
                picture[x, y] = sum / (side * side);
            }
        });
        return picture;
    }

    private static float Tent(float t) => 0.85f * (t < 0.5f ? MathF.Sqrt(2 * t) - 1 : 1 - MathF.Sqrt(2 - 2 * t));

    private Vector3 Along(Ray ray, Rng rng, int mirrors)
    {
        var toWater = ray.Direction.Y < -1e-5f ? -ray.Origin.Y / ray.Direction.Y : Far;
        var hit = scene.Nearest(ray, MathF.Min(toWater, Far));
        if (hit is { } found)
            return Haze(ShadeSolid(SurfaceShader.Shade(scene.Triangles[found.Triangle], found, ray), ray, rng, mirrors), found.Distance, ray);
        if (toWater < Far)
            return Haze(ShadeWater(ray.At(toWater), ray, rng, mirrors), toWater, ray);
        return sky.Toward(ray.Direction);
    }

    private Vector3 ShadeSolid(Surface surface, Ray ray, Rng rng, int mirrors)
    {
        var light = Sunlight(surface, rng) + Skylight(surface, rng);
        var matte = surface.Glow + surface.Albedo * light;
        if (surface.Gloss <= 0 || mirrors == 0)
            return matte;
        var cosine = Math.Clamp(-Vector3.Dot(surface.Normal, ray.Direction), 0, 1);
        var share = surface.Gloss + (1 - surface.Gloss) * MathF.Pow(1 - cosine, 5);
        var away = Vector3.Normalize(Vector3.Reflect(ray.Direction, surface.Normal) + 0.02f * rng.Direction());
        return Vector3.Lerp(matte, Along(new Ray(surface.Position + surface.Normal * 0.01f, away), rng, mirrors - 1), share);
    }

    private Vector3 ShadeWater(Vector3 p, Ray ray, Rng rng, int mirrors)
    {
        var normal = Water.NormalAt(p.X, p.Z);
        var reflected = Vector3.Reflect(ray.Direction, normal);
        // A wave that faces away would mirror the depths: bend it back up to the horizon.
        reflected = Vector3.Normalize(reflected with { Y = MathF.Max(MathF.Abs(reflected.Y), 0.01f) });
        var share = Water.Mirror(-Vector3.Dot(normal, ray.Direction));
        var mirrored = mirrors > 0
            ? Along(new Ray(p + new Vector3(0, 0.005f, 0), reflected), rng, mirrors - 1)
            : Sky.Clear(reflected);
        var surface = new Surface(p, Vector3.UnitY, Water.Body, 0, Vector3.Zero, false);
        var body = Water.Body * (new Vector3(0.8f) + Sunlight(surface, rng));
        return Vector3.Lerp(body, mirrored, share);
    }

    private Vector3 Sunlight(Surface surface, Rng rng)
    {
        var toSun = Sun.Sample(rng);
        var cosine = Vector3.Dot(surface.Normal, toSun);
        // Leaves and cloth glow with half of the light that falls on their back.
        var received = cosine > 0 ? cosine : surface.LetsLightThrough ? -0.5f * cosine : 0;
        if (received <= 0)
            return Vector3.Zero;
        var side = cosine > 0 ? surface.Normal : -surface.Normal;
        return scene.Blocked(new Ray(surface.Position + side * 0.012f, toSun), Far) ? Vector3.Zero : Sun.Light * received;
    }

    private Vector3 Skylight(Surface surface, Rng rng)
    {
        // A unit normal plus a point on the unit sphere is distributed by the cosine.
        var direction = surface.Normal + rng.Direction() * 0.999f;
        var ray = new Ray(surface.Position + surface.Normal * 0.012f, Vector3.Normalize(direction));
        var toWater = ray.Direction.Y < -1e-5f ? -ray.Origin.Y / ray.Direction.Y : Far;
        if (scene.Nearest(ray, MathF.Min(toWater, Far)) is not { } hit)
            return toWater < Far ? 0.55f * Sky.Clear(Vector3.Reflect(ray.Direction, Vector3.UnitY)) : sky.Toward(ray.Direction);
        var other = SurfaceShader.Shade(scene.Triangles[hit.Triangle], hit, ray);
        var near = new Vector3(0.24f, 0.25f, 0.30f); // stands in for all further bounces
        return other.Glow + other.Albedo * (Sunlight(other, rng) + near);
    }

    private static Vector3 Haze(Vector3 color, float distance, Ray ray)
    {
        var air = Sky.Clear(Vector3.Normalize(ray.Direction with { Y = 0.045f + MathF.Max(ray.Direction.Y, 0) }));
        air = Vector3.Lerp(air, new Vector3(0.55f, 0.60f, 0.80f), 0.45f);
        return Vector3.Lerp(air, color, MathF.Exp(-distance / HazeLength));
    }
}
