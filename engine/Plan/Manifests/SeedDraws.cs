using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>
/// The seeds that a manifest leaves to chance, by <c>seed: -1</c>. While it is read the k-th draw is the seed -k; a plan has the drawn
/// ones. They are drawn from the sweep's name and k alone, so that the same manifest is the same trials whenever and wherever it is
/// submitted, and one that asks for more has the old trials among its own.
/// </summary>
internal static class SeedDraws
{
    /// <summary>The seed that a manifest writes for a draw.</summary>
    public const long Drawn = -1;

    /// <summary>Drawn seeds are below this: as many as anyone needs, and readable.</summary>
    private const ulong Below = 1_000_000_000;

    /// <summary>The values of a seed axis, each further -1 a draw of its own.</summary>
    public static List<AxisValue> Numbered(IReadOnlyList<AxisValue> values)
    {
        var draws = 0;
        return [.. values.Select(value => value.Value is Drawn ? value with { Value = Drawn * ++draws } : value)];
    }

    /// <summary>The points of an axis, each further -1 a draw of its own.</summary>
    public static List<AxisPoint> Numbered(IReadOnlyList<AxisPoint> points)
    {
        var draws = 0;
        return
        [
            .. points.Select(point => point.Changes.TryGet(ParameterCatalog.Seed, out var seed) && seed is Drawn
                ? point with { Changes = point.Changes.With(ParameterCatalog.Seed, Drawn * ++draws) }
                : point),
        ];
    }

    /// <summary>The manifest with drawn seeds, as a sweep of a name runs it.</summary>
    public static Manifest Of(Manifest manifest, string sweep) => manifest with
    {
        Base = Draw(manifest.Base, sweep),
        Axes = [.. manifest.Axes.Select(axis => axis with { Points = [.. axis.Points.Select(point => point with { Changes = Draw(point.Changes, sweep) })] })],
        Experiments = [.. manifest.Experiments.Select(experiment => experiment with
        {
            Own = Draw(experiment.Own, sweep),
            Setting = Draw(experiment.Setting, sweep),
        })],
    };

    private static ParameterSet Draw(ParameterSet set, string sweep) =>
        set.TryGet(ParameterCatalog.Seed, out var seed) && (long)seed < 0 ? set.With(ParameterCatalog.Seed, Draw(-(long)seed, sweep)) : set;

    private static long Draw(long number, string sweep)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"seed {number} of {sweep}");
        return (long)(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % Below);
    }
}
