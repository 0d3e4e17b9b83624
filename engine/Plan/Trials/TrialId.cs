using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>
    /// The id of a setting. Parameters at their neutral values, and losses that are the convention's own, are left out, so that a
    /// later version with more parameters finds the same trials; names of images are replaced by their hashes.
    /// </summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="content">The content image.</param>
    /// <param name="styles">The style images, one or a blend.</param>
    /// <param name="others">The images that the parameters name.</param>
    /// <param name="weights">The network's weights.</param>
    /// <returns>16 lower-case hex digits.</returns>
    /// <exception cref="ArgumentException">An image that the parameters name is not among <paramref name="others"/>.</exception>
    public static string Of(
        TrialParameters parameters,
        ImageReference content,
        IReadOnlyList<ImageReference> styles,
        IReadOnlyList<ImageReference> others,
        WeightsReference weights)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(styles);
        ArgumentNullException.ThrowIfNull(weights);
        string[] more = [.. styles.Skip(1).Select(style => style.Sha256)];
        var identity = new Identity(
            Algorithm,
            Identifying(parameters, others),
            content.Sha256,
            styles[0].Sha256,
            more.Length == 0 ? null : more,
            weights.Sha256,
            NumericVersion.Current);
        var canonical = CanonicalJson.Of(JsonSerializer.SerializeToElement(identity, PlanJson.Compact));
        return Convert.ToHexStringLower(SHA256.HashData(canonical))[..16];
    }

    /// <summary>The id of a trial's own setting.</summary>
    public static string Of(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return Of(trial.Parameters, trial.Content, trial.Styles, trial.OtherImages, trial.Weights);
    }

    /// <summary>The id of a setting of one style and no other images.</summary>
    public static string Of(TrialParameters parameters, ImageReference content, ImageReference style, WeightsReference weights) =>
        Of(parameters, content, [style], [], weights);

    private static JsonObject Identifying(TrialParameters parameters, IReadOnlyList<ImageReference> others)
    {
        var document = new JsonObject();
        foreach (var definition in ParameterCatalog.All)
        {
            if (NeutralValues.GoesWithoutSaying(definition, parameters))
                continue;
            var value = definition.ValueOf(parameters);
            document[definition.Name] = value is ImageNames images ? Hashes(images, others) : definition.ToJson(value);
        }

        return document;
    }

    private static JsonArray Hashes(ImageNames images, IReadOnlyList<ImageReference> others) =>
    [
        .. images.Names.Select(name => JsonValue.Create(
            others.FirstOrDefault(other => other.Name == name)?.Sha256
            ?? throw new ArgumentException($"image '{name}' has no hash; every image that a parameter names needs one", nameof(others)))),
    ];

    private sealed record Identity(
        string Algorithm, JsonObject Parameters, string Content, string Style, string[]? MoreStyles, string Weights, int NumericVersion);
}
