using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Trials;

/// <summary>One fully resolved setting, the unit of work. Written to <c>trials/{id}/trial.json</c> before it is queued.</summary>
public sealed record Trial
{
    /// <summary>Content address: see <see cref="TrialId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>All parameters.</summary>
    public required TrialParameters Parameters { get; init; }

    /// <summary>The image whose content is kept.</summary>
    public required ImageReference Content { get; init; }

    /// <summary>The image whose style is taken.</summary>
    public required ImageReference Style { get; init; }

    /// <summary>The weights of the network.</summary>
    public required WeightsReference Weights { get; init; }

    /// <summary>Which intermediate images to keep; not part of the id, since it changes no result.</summary>
    public required SnapshotPolicy Snapshots { get; init; }
}
