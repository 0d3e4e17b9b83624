using System.Text.Json.Serialization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Trials;

/// <summary>One fully resolved setting, the unit of work. Written to <c>trials/{id}/trial.json</c> before it is queued.</summary>
public sealed record Trial
{
    /// <summary>Content address: see <see cref="TrialId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>All parameters.</summary>
    public required TrialParameters Parameters { get; init; }

    /// <summary>The image whose content is kept. Mode texture reads none: there the style image stands in for it.</summary>
    public required ImageReference Content { get; init; }

    /// <summary>The image whose style is taken, the first of a blend. Mode reconstruction reads none: there the content image stands in for it.</summary>
    public required ImageReference Style { get; init; }

    /// <summary>The weights of the network.</summary>
    public required WeightsReference Weights { get; init; }

    /// <summary>Which intermediate images to keep; not part of the id, since it changes no result.</summary>
    public required SnapshotPolicy Snapshots { get; init; }

    /// <summary>Further style images of a blend, after <see cref="Style"/>, in the order of the blend's weights; none by default.</summary>
    public IReadOnlyList<ImageReference> MoreStyles { get; init; } = [];

    /// <summary>The other images that the parameters name (initImage, styleMasks, contentMask, colorMask), each once; none by default.</summary>
    public IReadOnlyList<ImageReference> OtherImages { get; init; } = [];

    /// <summary>All style images: one, or those of the blend.</summary>
    [JsonIgnore]
    public IReadOnlyList<ImageReference> Styles => [Style, .. MoreStyles];

    /// <summary>Whether another trial is the same in all its parts.</summary>
    public bool Equals(Trial? other) =>
        other is not null
        && (Id, Parameters, Content, Style, Weights, Snapshots)
            == (other.Id, other.Parameters, other.Content, other.Style, other.Weights, other.Snapshots)
        && MoreStyles.SequenceEqual(other.MoreStyles)
        && OtherImages.SequenceEqual(other.OtherImages);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
