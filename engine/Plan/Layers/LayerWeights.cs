using System.Collections;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Layers;

/// <summary>
/// Weights of some layers, in the order in which an image passes them; a layer that is not named has the convention's own weight,
/// which is 1 for all but <c>cysmith</c> (0.2). Immutable, with value equality.
/// </summary>
[JsonConverter(typeof(LayerWeightsJsonConverter))]
public sealed class LayerWeights : IReadOnlyList<LayerWeight>, IEquatable<LayerWeights>
{
    private readonly LayerWeight[] _weights;

    private LayerWeights(LayerWeight[] weights) => _weights = weights;

    /// <summary>Names no layer.</summary>
    public static LayerWeights None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _weights.Length;

    /// <inheritdoc/>
    public LayerWeight this[int index] => _weights[index];

    /// <summary>Weights in any order.</summary>
    /// <exception cref="ArgumentException">A layer is there twice, or a weight is negative or not finite.</exception>
    public static LayerWeights Of(IEnumerable<LayerWeight> weights)
    {
        LayerWeight[] sorted = [.. weights.OrderBy(weight => VggTopology.DepthOf(weight.Layer))];
        if (sorted.Select(weight => weight.Layer).Distinct().Count() != sorted.Length)
            throw new ArgumentException("a layer is there twice; each has one weight", nameof(weights));
        if (sorted.FirstOrDefault(weight => !double.IsFinite(weight.Weight) || weight.Weight < 0) is { } bad && bad != default)
            throw new ArgumentException($"the weight of {bad.Layer} is {bad.Weight}; allowed are numbers 0 or more", nameof(weights));
        return new LayerWeights(sorted);
    }

    /// <summary>The weight of a layer, or what it has when it is not named.</summary>
    public double Of(LayerName layer, double otherwise)
    {
        foreach (var weight in _weights)
        {
            if (weight.Layer == layer)
                return weight.Weight;
        }

        return otherwise;
    }

    /// <inheritdoc/>
    public IEnumerator<LayerWeight> GetEnumerator() => ((IEnumerable<LayerWeight>)_weights).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(LayerWeights? other) => other is not null && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LayerWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => _weights.Aggregate(0, HashCode.Combine);

    /// <summary>The canonical text.</summary>
    public override string ToString() => LayerWeightsText.Format(this);
}
