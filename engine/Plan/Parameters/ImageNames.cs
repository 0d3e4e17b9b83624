using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Names of images under <c>input/</c>, in order; mostly none. Immutable, with value equality.</summary>
[JsonConverter(typeof(ImageNamesJsonConverter))]
public sealed class ImageNames : IEquatable<ImageNames>
{
    private readonly string[] _names;

    internal ImageNames(IEnumerable<string> names) => _names = [.. names];

    /// <summary>No image.</summary>
    public static ImageNames None { get; } = new([]);

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <inheritdoc/>
    public bool Equals(ImageNames? other) => other is not null && _names.AsSpan().SequenceEqual(other._names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageNames);

    /// <inheritdoc/>
    public override int GetHashCode() => _names.Aggregate(0, HashCode.Combine);

    /// <summary>The canonical text.</summary>
    public override string ToString() => ImageNamesText.Format(this);
}
