using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Scales;

/// <summary>
/// The scales that come before a trial's own: smaller images first, each starting from the last one's result. Immutable, with value
/// equality.
/// </summary>
[JsonConverter(typeof(ScaleLadderJsonConverter))]
public sealed class ScaleLadder : IEquatable<ScaleLadder>
{
    private readonly Scale[] _before;

    internal ScaleLadder(IEnumerable<Scale> before) => _before = [.. before];

    /// <summary>No scale before the trial's own.</summary>
    public static ScaleLadder None { get; } = new([]);

    /// <summary>The scales as they were given, by growing size.</summary>
    public IReadOnlyList<Scale> Before => _before;

    /// <summary>
    /// All scales of a trial: those of the ladder that are smaller than its image, then its own. So one ladder serves an axis of
    /// image sizes.
    /// </summary>
    /// <param name="imageSize">The trial's longest side, pixels.</param>
    /// <param name="iterations">The trial's evaluations at that size.</param>
    public IReadOnlyList<Scale> Of(int imageSize, int iterations) =>
        [.. _before.Where(scale => scale.ImageSize < imageSize), new Scale(imageSize, iterations)];

    /// <summary>The ladder without the scales that a trial of a size leaves out.</summary>
    /// <param name="imageSize">The trial's longest side, pixels.</param>
    public ScaleLadder Below(int imageSize) =>
        _before.All(scale => scale.ImageSize < imageSize) ? this : new ScaleLadder(_before.Where(scale => scale.ImageSize < imageSize));

    /// <inheritdoc/>
    public bool Equals(ScaleLadder? other) => other is not null && _before.AsSpan().SequenceEqual(other._before);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScaleLadder);

    /// <inheritdoc/>
    public override int GetHashCode() => _before.Aggregate(0, HashCode.Combine);

    /// <summary>The canonical text.</summary>
    public override string ToString() => ScaleLadderText.Format(this);
}
