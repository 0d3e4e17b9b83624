using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Layers;

/// <summary>Writes a layer as its name, e.g. <c>"relu4_2"</c>.</summary>
public sealed class LayerNameJsonConverter : JsonConverter<LayerName>
{
    /// <inheritdoc/>
    public override LayerName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return LayerName.TryParse(text, out var name)
            ? name
            : throw new JsonException($"'{text}' is not a layer name; allowed are convB_I, reluB_I and poolB.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LayerName value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
