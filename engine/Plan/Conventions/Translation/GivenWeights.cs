using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Conventions.Translation;

/// <summary>Weights as a system was given them.</summary>
public sealed record GivenWeights
{
    /// <summary>Multiplier of the content loss; null when it isn't asked about.</summary>
    public double? ContentWeight { get; init; }

    /// <summary>Multiplier of the style loss; null when it isn't asked about.</summary>
    public double? StyleWeight { get; init; }

    /// <summary>Multiplier of the total-variation loss; null when it isn't asked about.</summary>
    public double? TvWeight { get; init; }

    /// <summary>Layers of the content loss.</summary>
    public required LayerSet ContentLayers { get; init; }

    /// <summary>Layers of the style loss.</summary>
    public required LayerSet StyleLayers { get; init; }

    /// <summary>Weights of content layers; none named by default.</summary>
    public LayerWeights ContentLayerWeights { get; init; } = LayerWeights.None;

    /// <summary>Weights of style layers; none named by default.</summary>
    public LayerWeights StyleLayerWeights { get; init; } = LayerWeights.None;
}
