namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>
/// Names of factors as people write them: <c>style_weight</c>, <c>styleWeights</c> and <c>Style weight</c> are one, and so are a system's
/// flag and the parameter that it sets.
/// </summary>
internal static class FactorNames
{
    // Flags of the systems that published such tables (titu1994, jcjohnson, neural-style-pt, pytorch-tutorial).
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["pooltype"] = "pooling",
        ["pool"] = "pooling",
        ["poolingtype"] = "pooling",
        ["initimage"] = "init",
        ["initialization"] = "init",
        ["initialimage"] = "init",
        ["totalvariationweight"] = "tvweight",
        ["numiteration"] = "iteration",
        ["numiter"] = "iteration",
        ["numstep"] = "iteration",
        ["size"] = "imagesize",
        ["imgsize"] = "imagesize",
        ["featurelayer"] = "stylelayer",
    };

    /// <summary>What two names of one factor have in common.</summary>
    public static string KeyOf(string name)
    {
        var letters = new string([.. name.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return letters.Length > 1 ? letters.TrimEnd('s') : letters;
    }

    /// <summary>The factor that a name means, or null. A factor of that very name comes before one that the name is a flag of.</summary>
    public static string? Find(string name, IEnumerable<string> factors)
    {
        var key = KeyOf(name);
        var all = factors.ToList();
        return all.Find(factor => KeyOf(factor) == key)
            ?? (OtherNames.TryGetValue(key, out var other) ? all.Find(factor => KeyOf(factor) == other) : null);
    }
}
