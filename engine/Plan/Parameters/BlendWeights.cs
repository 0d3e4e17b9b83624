using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Shares of several styles in one result, one a style image in their order. Immutable, with value equality.</summary>
[JsonConverter(typeof(BlendWeightsJsonConverter))]
public sealed class BlendWeights : IEquatable<BlendWeights>
{
    private readonly double[] _weights;

    internal BlendWeights(IEnumerable<double> weights) => _weights = [.. weights];

    /// <summary>No blend: each style image is a trial's own.</summary>
    public static BlendWeights None { get; } = new([]);

    /// <summary>The weights as they were given: 0 or more, one of them above 0; empty where nothing is blended.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The weights divided by their sum.</summary>
    public IReadOnlyList<double> Shares => [.. _weights.Select(weight => weight / _weights.Sum())];

    /// <inheritdoc/>
    public bool Equals(BlendWeights? other) => other is not null && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BlendWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => _weights.Aggregate(0, HashCode.Combine);

    /// <summary>The canonical text.</summary>
    public override string ToString() => BlendWeightsText.Format(this);
}
