using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Trials;

/// <summary>Numbers of evaluations, growing, none twice. Immutable, with value equality.</summary>
[JsonConverter(typeof(Converter))]
public sealed class EvaluationList : IEquatable<EvaluationList>
{
    private readonly int[] _numbers;

    private EvaluationList(int[] numbers) => _numbers = numbers;

    /// <summary>Empty.</summary>
    public static EvaluationList None { get; } = new([]);

    /// <summary>The numbers, from 1.</summary>
    public IReadOnlyList<int> Numbers => _numbers;

    /// <summary>Numbers in any order.</summary>
    public static EvaluationList Of(IEnumerable<int> numbers) => new([.. numbers.Distinct().Order()]);

    /// <summary>Whether a number is among them.</summary>
    public bool Contains(int evaluation) => Array.BinarySearch(_numbers, evaluation) >= 0;

    /// <inheritdoc/>
    public bool Equals(EvaluationList? other) => other is not null && _numbers.AsSpan().SequenceEqual(other._numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvaluationList);

    /// <inheritdoc/>
    public override int GetHashCode() => _numbers.Aggregate(0, HashCode.Combine);

    private sealed class Converter : JsonConverter<EvaluationList>
    {
        public override EvaluationList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Of(JsonSerializer.Deserialize<int[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, EvaluationList value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value._numbers, options);
    }
}
