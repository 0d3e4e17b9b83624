using System.Text.Json;
using NeuralStyle.Engine.Networks;

namespace NeuralStyle.Engine.Safetensors;

/// <summary>One tensor of a header: type, shape and place, checked against each other and against the file's length.</summary>
internal sealed record SafetensorsEntry(string Type, IReadOnlyList<long> Shape, int Offset, int Bytes)
{
    public static SafetensorsEntry Parse(string file, JsonProperty property, int dataLength)
    {
        var type = property.Value.GetProperty("dtype").GetString() ?? string.Empty;
        long[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        var offsets = property.Value.GetProperty("data_offsets");
        var (begin, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (begin < 0 || end < begin || end > dataLength)
        {
            throw new WeightsException(
                $"{file} is damaged or cut short: tensor '{property.Name}' would lie at bytes {begin} to {end} of {dataLength}.");
        }

        var elementBytes = type switch
        {
            "F64" or "I64" or "U64" => 8,
            "F32" or "I32" or "U32" => 4,
            "F16" or "BF16" or "I16" or "U16" => 2,
            _ => 1,
        };
        // Decimal cannot overflow here: four sizes of at most 2^63 each would be refused by the comparison.
        var expected = shape.Aggregate((decimal)elementBytes, (product, size) => product is < 0 or > int.MaxValue ? product : product * size);
        if (shape.Any(size => size < 0) || expected != end - begin)
        {
            throw new WeightsException(
                $"{file} is damaged: tensor '{property.Name}' of shape [{string.Join(", ", shape)}] and type {type} "
                + $"would take {expected} bytes, but its place has {end - begin}.");
        }

        return new SafetensorsEntry(type, shape, (int)begin, (int)(end - begin));
    }
}
