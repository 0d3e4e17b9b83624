using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Layers;

/// <summary>An ordered list of layers with equality by content, so that equal settings are equal trials.</summary>
[JsonConverter(typeof(LayerSetJsonConverter))]
[CollectionBuilder(typeof(LayerSet), nameof(Create))]
public sealed class LayerSet : IReadOnlyList<LayerName>, IEquatable<LayerSet>
{
    private readonly LayerName[] _layers;

    private LayerSet(LayerName[] layers) => _layers = layers;

    /// <inheritdoc/>
    public int Count => _layers.Length;

    /// <inheritdoc/>
    public LayerName this[int index] => _layers[index];

    /// <summary>Makes a set of the given layers, in their order.</summary>
    public static LayerSet Create(ReadOnlySpan<LayerName> layers) => new(layers.ToArray());

    /// <summary>Makes a set from names, in their order.</summary>
    /// <exception cref="FormatException">A name is not a layer name.</exception>
    public static LayerSet Parse(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new([.. names.Select(LayerName.Parse)]);
    }

    /// <inheritdoc/>
    public bool Equals(LayerSet? other) => other is not null && _layers.AsSpan().SequenceEqual(other._layers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LayerSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var layer in _layers)
            hash.Add(layer);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<LayerName> GetEnumerator() => ((IEnumerable<LayerName>)_layers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, separated by comma and space.</summary>
    public override string ToString() => string.Join(", ", _layers);
}
