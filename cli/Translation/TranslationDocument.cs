using System.Globalization;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Conventions.Translation;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Translation;

/// <summary>A translation as JSON.</summary>
/// <param name="From">Whose weights were given.</param>
/// <param name="To">Whose were asked for.</param>
/// <param name="Network">The network.</param>
/// <param name="Size">Size of the image, e.g. <c>512x384</c>; absent when it doesn't matter.</param>
/// <param name="Content">One a content layer.</param>
/// <param name="Style">One a style layer.</param>
/// <param name="Parameters">Parameters of a manifest.</param>
/// <param name="Notes">What else there is to know.</param>
internal sealed record TranslationDocument(
    string From,
    string To,
    NetworkName Network,
    string? Size,
    IReadOnlyList<TranslatedLayer> Content,
    IReadOnlyList<TranslatedLayer> Style,
    JsonObject Parameters,
    IReadOnlyList<string> Notes)
{
    public static TranslationDocument Of(TranslationRequest request, WeightTranslation translation) => new(
        request.From.Name,
        request.To.Name,
        request.Network,
        request.Size is var (width, height) ? string.Create(CultureInfo.InvariantCulture, $"{width}x{height}") : null,
        translation.Content,
        translation.Style,
        new JsonObject(translation.Parameters.Defined.Select(definition => KeyValuePair.Create(
            definition.Name, translation.Parameters.TryGet(definition, out var value) ? definition.ToJson(value) : null))),
        [.. translation.Notes, .. LeftOut(request)]);

    /// <summary>What was pasted and is no weight.</summary>
    public static IEnumerable<string> LeftOut(TranslationRequest request) =>
        request.LeftOut.Select(option => $"{option} is no weight and was left out");
}
