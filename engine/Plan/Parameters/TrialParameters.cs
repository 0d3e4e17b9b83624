using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Every parameter of one trial, fully resolved. What the manifest may vary is exactly this.</summary>
public sealed record TrialParameters
{
    /// <summary>The feature extractor.</summary>
    public required NetworkName Network { get; init; }

    /// <summary>Longest side of the image, pixels; 32 to 4096.</summary>
    public required int ImageSize { get; init; }

    /// <summary>Computations of loss and gradient, whatever the optimizer; 1 to 100,000.</summary>
    public required int Iterations { get; init; }

    /// <summary>Layers whose features are compared with the content's.</summary>
    public required LayerSet ContentLayers { get; init; }

    /// <summary>Layers whose Gram matrices are compared with the style's.</summary>
    public required LayerSet StyleLayers { get; init; }

    /// <summary>Multiplier of the content loss; 0 or more.</summary>
    public required double ContentWeight { get; init; }

    /// <summary>Multiplier of the style loss; 0 or more.</summary>
    public required double StyleWeight { get; init; }

    /// <summary>Multiplier of the total-variation loss; 0 or more.</summary>
    public required double TvWeight { get; init; }

    /// <summary>Normalization of the content and style losses.</summary>
    public required LossConvention Convention { get; init; }

    /// <summary>Formula of the total-variation loss.</summary>
    public required TvConvention TvConvention { get; init; }

    /// <summary>How the network pools.</summary>
    public required PoolingMode Pooling { get; init; }

    /// <summary>The image to start from.</summary>
    public required InitMode Init { get; init; }

    /// <summary>The method that changes the image.</summary>
    public required OptimizerKind Optimizer { get; init; }

    /// <summary>Step length: L-BFGS's multiplier of its direction, or Adam's step in units of the 0..1 range; above 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How L-BFGS chooses the length of a step; Adam has no use for it.</summary>
    public required LineSearchKind LineSearch { get; init; }

    /// <summary>Pairs of differences that L-BFGS remembers; 1 to 500. Each costs two images of memory.</summary>
    public required int HistorySize { get; init; }

    /// <summary>When the image is brought back to 0..1.</summary>
    public required ClampMode Clamp { get; init; }

    /// <summary>Seed of everything random in the trial.</summary>
    public required long Seed { get; init; }
}
