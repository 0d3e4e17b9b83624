using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Layers;

/// <summary>Writes a layer set as an array of names.</summary>
public sealed class LayerSetJsonConverter : JsonConverter<LayerSet>
{
    /// <inheritdoc/>
    public override LayerSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LayerSet.Create(JsonSerializer.Deserialize<LayerName[]>(ref reader, options) ?? []);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LayerSet value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
