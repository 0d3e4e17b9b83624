using System.Security.Cryptography;
using System.Text.Json;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Trials;

/// <summary>
/// Content address of a trial: the first 16 hex digits of SHA-256 over the canonical JSON of algorithm, parameters, hashes of
/// images and weights, and the engine's numeric version. Names of images don't matter, their bytes do.
/// </summary>
public static class TrialId
{
    /// <summary>The only algorithm so far: optimization of the image's pixels.</summary>
    public const string Algorithm = "optimization";

    /// <summary>The id of a setting.</summary>
    /// <returns>16 lower-case hex digits.</returns>
    public static string Of(TrialParameters parameters, ImageReference content, ImageReference style, WeightsReference weights)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(weights);
        var identity = new Identity(Algorithm, parameters, content.Sha256, style.Sha256, weights.Sha256, NumericVersion.Current);
        var canonical = CanonicalJson.Of(JsonSerializer.SerializeToElement(identity, PlanJson.Compact));
        return Convert.ToHexStringLower(SHA256.HashData(canonical))[..16];
    }

    private sealed record Identity(
        string Algorithm, TrialParameters Parameters, string Content, string Style, string Weights, int NumericVersion);
}
