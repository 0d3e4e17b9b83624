using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Layers;

/// <summary>
/// The name of one layer of a VGG network, such as <c>conv3_1</c>, <c>relu4_2</c> or <c>pool5</c>; never an index.
/// Whether a network has the layer is asked of <see cref="VggTopology"/>.
/// </summary>
/// <param name="Kind">What is read there.</param>
/// <param name="Block">Block, 1 or more.</param>
/// <param name="Index">Convolution within the block, 1 or more; 0 for a pooling.</param>
[JsonConverter(typeof(LayerNameJsonConverter))]
public readonly record struct LayerName(LayerKind Kind, int Block, int Index)
{
    private static readonly (string Prefix, LayerKind Kind)[] Prefixes =
        [("conv", LayerKind.Conv), ("relu", LayerKind.Relu), ("pool", LayerKind.Pool)];

    /// <summary>Reads a name such as <c>relu4_2</c>.</summary>
    /// <param name="text">The name; case and surrounding spaces don't matter.</param>
    /// <exception cref="FormatException">The text is not of the form convB_I, reluB_I or poolB.</exception>
    public static LayerName Parse(string text) => TryParse(text, out var name)
        ? name
        : throw new FormatException($"'{text}' is not a layer name; allowed are convB_I, reluB_I and poolB, e.g. conv3_1, relu4_2, pool3.");

    /// <summary>Reads a name such as <c>relu4_2</c>; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LayerName name)
    {
        name = default;
        var trimmed = text?.Trim().ToLowerInvariant() ?? string.Empty;
        foreach (var (prefix, kind) in Prefixes)
        {
            if (trimmed.StartsWith(prefix, StringComparison.Ordinal) && TryParseNumbers(trimmed[prefix.Length..], kind, out name))
                return true;
        }

        return false;
    }

    /// <summary>The name as the manifest writes it, e.g. <c>relu4_2</c>.</summary>
    public override string ToString() => Kind == LayerKind.Pool
        ? string.Create(CultureInfo.InvariantCulture, $"pool{Block}")
        : string.Create(CultureInfo.InvariantCulture, $"{(Kind == LayerKind.Conv ? "conv" : "relu")}{Block}_{Index}");

    private static bool TryParseNumbers(string rest, LayerKind kind, out LayerName name)
    {
        name = default;
        var parts = rest.Split('_');
        if (parts.Length != (kind == LayerKind.Pool ? 1 : 2) || !TryParseOrdinal(parts[0], out var block))
            return false;

        var index = 0;
        if (kind != LayerKind.Pool && !TryParseOrdinal(parts[1], out index))
            return false;

        name = new LayerName(kind, block, index);
        return true;
    }

    private static bool TryParseOrdinal(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;
}
