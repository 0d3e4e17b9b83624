namespace NeuralStyle.Plan.Parameters;

/// <summary>The definitions of all parameters of a trial, one for each member of <see cref="TrialParameters"/>.</summary>
public static class ParameterCatalog
{
    /// <summary>The feature extractor.</summary>
    public static EnumParameter<NetworkName> Network { get; } = new(
        "network", "Feature extractor; where it is left open, vgg19 if its weights are there, else vgg19-mini",
        p => p.Network, (p, value) => p with { Network = value });

    /// <summary>Longest side of the image.</summary>
    public static IntegerParameter ImageSize { get; } = new(
        "imageSize", "Longest side of the image", "px", 32, 4096,
        p => p.ImageSize, (p, value) => p with { ImageSize = (int)value });

    /// <summary>Computations of loss and gradient.</summary>
    public static IntegerParameter Iterations { get; } = new(
        "iterations", "Computations of loss and gradient, whatever the optimizer", "evaluations", 1, 100_000,
        p => p.Iterations, (p, value) => p with { Iterations = (int)value });

    /// <summary>Layers of the content loss.</summary>
    public static LayerSetParameter ContentLayers { get; } = new(
        "contentLayers", "Layers whose features are compared with the content's",
        p => p.ContentLayers, (p, value) => p with { ContentLayers = value });

    /// <summary>Layers of the style loss.</summary>
    public static LayerSetParameter StyleLayers { get; } = new(
        "styleLayers", "Layers whose Gram matrices are compared with the style's",
        p => p.StyleLayers, (p, value) => p with { StyleLayers = value });

    /// <summary>Multiplier of the content loss.</summary>
    public static NumberParameter ContentWeight { get; } = new(
        "contentWeight", "Multiplier of the content loss", string.Empty, allowsZero: true,
        p => p.ContentWeight, (p, value) => p with { ContentWeight = value });

    /// <summary>Multiplier of the style loss.</summary>
    public static NumberParameter StyleWeight { get; } = new(
        "styleWeight", "Multiplier of the style loss", string.Empty, allowsZero: true,
        p => p.StyleWeight, (p, value) => p with { StyleWeight = value });

    /// <summary>Multiplier of the total-variation loss.</summary>
    public static NumberParameter TvWeight { get; } = new(
        "tvWeight", "Multiplier of the total-variation loss, which smooths", string.Empty, allowsZero: true,
        p => p.TvWeight, (p, value) => p with { TvWeight = value });

    /// <summary>Normalization of the content and style losses.</summary>
    public static EnumParameter<LossConvention> Convention { get; } = new(
        "convention", "Normalization of the content and style losses, which gives their weights a meaning",
        p => p.Convention, (p, value) => p with { Convention = value });

    /// <summary>Formula of the total-variation loss.</summary>
    public static EnumParameter<TvConvention> TvConvention { get; } = new(
        "tvConvention", "Formula of the total-variation loss; where it is left open, that of the convention",
        p => p.TvConvention, (p, value) => p with { TvConvention = value });

    /// <summary>How the network pools.</summary>
    public static EnumParameter<PoolingMode> Pooling { get; } = new(
        "pooling", "How the network's poolings reduce a window",
        p => p.Pooling, (p, value) => p with { Pooling = value });

    /// <summary>The image to start from.</summary>
    public static EnumParameter<InitMode> Init { get; } = new(
        "init", "The image to start from",
        p => p.Init, (p, value) => p with { Init = value });

    /// <summary>The method that changes the image.</summary>
    public static EnumParameter<OptimizerKind> Optimizer { get; } = new(
        "optimizer", "The method that changes the image",
        p => p.Optimizer, (p, value) => p with { Optimizer = value });

    /// <summary>Step length.</summary>
    public static NumberParameter LearningRate { get; } = new(
        "learningRate", "Step length: L-BFGS's multiplier of its direction, or Adam's step in units of the 0..1 range;"
        + " where it is left open, 1 for lbfgs and 0.02 for adam", string.Empty, allowsZero: false,
        p => p.LearningRate, (p, value) => p with { LearningRate = value });

    /// <summary>How L-BFGS chooses the length of a step.</summary>
    public static EnumParameter<LineSearchKind> LineSearch { get; } = new(
        "lineSearch", "How L-BFGS chooses the length of a step; Adam has no use for it",
        p => p.LineSearch, (p, value) => p with { LineSearch = value });

    /// <summary>Pairs of differences that L-BFGS remembers.</summary>
    public static IntegerParameter HistorySize { get; } = new(
        "historySize", "Pairs of differences that L-BFGS remembers, each the size of two images", "pairs", 1, 500,
        p => p.HistorySize, (p, value) => p with { HistorySize = (int)value });

    /// <summary>When the image is brought back to 0..1.</summary>
    public static EnumParameter<ClampMode> Clamp { get; } = new(
        "clamp", "When the image is brought back to 0..1; where it is left open, saved for lbfgs and step for adam",
        p => p.Clamp, (p, value) => p with { Clamp = value });

    /// <summary>Seed of everything random in the trial.</summary>
    public static IntegerParameter Seed { get; } = new(
        "seed", "Seed of everything random in the trial", string.Empty, 0, LargestSeed,
        p => p.Seed, (p, value) => p with { Seed = value });

    /// <summary>All definitions, in the order of documents, tables and pages.</summary>
    public static IReadOnlyList<ParameterDefinition> All { get; } =
    [
        Network, ImageSize, Iterations, ContentLayers, StyleLayers, ContentWeight, StyleWeight, TvWeight, Convention,
        TvConvention, Pooling, Init, Optimizer, LearningRate, LineSearch, HistorySize, Clamp, Seed,
    ];

    /// <summary>All names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(definition => definition.Name)];

    // 2^53 - 1: larger ones change when a JSON reader takes them as float64.
    private const long LargestSeed = 9_007_199_254_740_991;

    /// <summary>The definition of a manifest name, or null; case matters.</summary>
    public static ParameterDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);
}
