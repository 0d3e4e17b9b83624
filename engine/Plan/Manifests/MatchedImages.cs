namespace NeuralStyle.Plan.Manifests;

/// <summary>The images that a manifest's names and globs stand for.</summary>
/// <param name="Content">Content images, in the manifest's order, those of a glob by name; none twice.</param>
/// <param name="Style">Style images, likewise.</param>
public sealed record MatchedImages(IReadOnlyList<string> Content, IReadOnlyList<string> Style)
{
    /// <summary>Images that parameters name (initImage and masks), by name; none twice.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Every image once.</summary>
    public IReadOnlyList<string> All => [.. Content.Concat(Style).Concat(Others).Distinct(StringComparer.Ordinal)];
}
