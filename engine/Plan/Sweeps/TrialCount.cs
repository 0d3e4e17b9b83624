using System.Globalization;
using System.Numerics;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>The number of combinations of axes, known before any is made.</summary>
/// <param name="Axes">Name and number of values of each axis.</param>
public sealed record TrialCount(IReadOnlyList<(string Name, int Count)> Axes)
{
    /// <summary>Combinations among which those may be looked for that conditions leave.</summary>
    public const int MostCombinations = 200_000;

    /// <summary>How often values of <c>skip</c> may be held against combinations: each of its values against each of them.</summary>
    public const int MostTests = 20_000_000;

    /// <summary>The product; exact, however large.</summary>
    public BigInteger Product => Axes.Aggregate(BigInteger.One, (product, axis) => product * axis.Count);

    /// <summary>The count of a sweep.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="contents">Number of its content images.</param>
    /// <param name="styles">Number of its style images.</param>
    public static TrialCount Of(Manifest manifest, int contents, int styles)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        (string, int)[] all =
        [
            (AxisNames.Content, contents),
            (AxisNames.Style, manifest.Blends ? 1 : styles),
            .. manifest.Axes.Select(axis => (axis.Name, axis.Points.Count)),
            (AxisNames.Experiment, manifest.Experiments.Count),
        ];
        return new TrialCount([.. all.Where(axis => axis.Item2 > 1)]);
    }

    /// <summary>What can be said before it is known which images the globs match: perhaps only images that are named too.</summary>
    /// <param name="manifest">The manifest.</param>
    public static TrialCount AtLeast(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Of(manifest, Named(manifest.Content), Named(manifest.Style));

        static int Named(IReadOnlyList<ImagePattern> patterns) => patterns.Count(pattern => !pattern.IsGlob);
    }

    /// <summary>
    /// What is wrong with it, or null when nothing is, as far as it goes: with conditions, how many combinations remain is known when
    /// they are planned.
    /// </summary>
    /// <param name="manifest">The manifest that it is the count of.</param>
    public string? Problem(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (!manifest.HasConditions)
            return Problem(manifest.Limits.MostCombinations);
        if (Product > MostCombinations)
            return string.Create(CultureInfo.InvariantCulture, $"{Factors} make {Product} combinations before any is skipped; at most {MostCombinations} are allowed");
        var most = MostCombinationsOf(manifest);
        return Product <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Factors} make {Product} combinations before any is skipped; with the {ValuesOf(manifest)} values that skip names at most {most} are allowed");
    }

    /// <summary>The combinations that a manifest may have among which its conditions choose.</summary>
    internal static int MostCombinationsOf(Manifest manifest) => Math.Min(MostCombinations, MostTests / Math.Max(1, ValuesOf(manifest)));

    private static int ValuesOf(Manifest manifest) => manifest.Skip.SelectMany(rule => rule.Terms).Sum(term => term.Texts.Count);

    /// <summary>What is wrong with what conditions leave of it, or null when nothing is.</summary>
    /// <param name="left">Combinations that are not skipped.</param>
    /// <param name="limit">The most that is allowed.</param>
    public string? Problem(int left, int limit) => left <= limit
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Factors} make {left} trials without those that are skipped; limits.maxTrials allows {limit}");

    private string Factors => string.Join(" x ", Axes.Select(axis => string.Create(CultureInfo.InvariantCulture, $"{axis.Name} {axis.Count}")));

    /// <summary>What is wrong with it, or null when it is within the limit.</summary>
    /// <param name="limit">The most that is allowed.</param>
    public string? Problem(int limit)
    {
        if (Product <= limit)
            return null;

        return string.Create(CultureInfo.InvariantCulture, $"{Factors} make {Product} trials; limits.maxTrials allows {limit}");
    }
}
