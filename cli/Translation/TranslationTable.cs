using System.Globalization;
using NeuralStyle.Plan.Conventions.Translation;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Translation;

/// <summary>A translation as text: what each layer's weight becomes, and lines for a manifest.</summary>
internal static class TranslationTable
{
    public static async Task WriteAsync(TextWriter output, TranslationRequest request, WeightTranslation translation)
    {
        var size = request.Size is var (width, height) ? string.Create(CultureInfo.InvariantCulture, $", {width} x {height}") : string.Empty;
        await output.WriteLineAsync($"{request.From.Name} -> {request.To.Name} ({EnumNames.Of(request.Network)}{size})");
        await WriteLayersAsync(output, "content", translation.Content);
        await WriteLayersAsync(output, "style", translation.Style);

        await output.WriteLineAsync();
        await output.WriteLineAsync("parameters:");
        foreach (var definition in translation.Parameters.Defined)
        {
            if (translation.Parameters.TryGet(definition, out var value))
                await output.WriteLineAsync($"  {definition.Name}: {definition.Label(value)}");
        }

        await output.WriteLineAsync();
        foreach (var note in translation.Notes.Concat(TranslationDocument.LeftOut(request)))
            await output.WriteLineAsync($"note: {note}");
    }

    private static async Task WriteLayersAsync(TextWriter output, string loss, IReadOnlyList<TranslatedLayer> layers)
    {
        if (layers.Count == 0)
            return;

        await output.WriteLineAsync();
        await output.WriteLineAsync($"{loss,-8}  {"weight x share",16}  {"factor",16}  {"equivalent",16}");
        foreach (var layer in layers)
        {
            await output.WriteLineAsync(
                $"{layer.Layer,-8}  {Short(layer.Given),16}  {Short(layer.Factor),16}  {Short(layer.Equivalent),16}");
        }
    }

    // Seven digits are enough to read; the manifest's lines have them all.
    private static string Short(double value) => NumberText.Format(CleanNumber.Of(value, Math.Abs(value) * 1e-7));
}
