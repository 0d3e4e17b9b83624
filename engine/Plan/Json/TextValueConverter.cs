using System.Text.Json;
using System.Text.Json.Serialization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Json;

/// <summary>Writes a value as its canonical text, and reads it back by the code that reads a manifest's.</summary>
/// <typeparam name="T">The value; its <c>ToString</c> is the canonical text.</typeparam>
/// <param name="parse">Reads it; at least one problem when the result is null.</param>
internal abstract class TextValueConverter<T>(Func<string, ICollection<ValueProblem>, T?> parse) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var problems = new List<ValueProblem>();
        return parse(reader.GetString() ?? string.Empty, problems)
            ?? throw new JsonException(string.Join("; ", problems.Select(problem => problem.Message)));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
