using System.Text.RegularExpressions;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Names of sweeps: they become names of blobs, folders and orchestrations.</summary>
public static partial class SweepName
{
    /// <summary>What is allowed, to be read after "allowed: ".</summary>
    public const string Allowed = "3 to 63 letters a-z, digits and single hyphens, beginning and ending with a letter or digit";

    /// <summary>Letters of the longest name.</summary>
    public const int LongestLength = 63;

    /// <summary>Whether a name is allowed.</summary>
    public static bool IsValid(string? name) => name is { Length: >= 3 and <= LongestLength } && Form().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
