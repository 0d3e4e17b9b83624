using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Schedules;
using NeuralStyle.Plan.Trials;

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
        "convention", "The system whose normalization the losses have, which gives their weights a meaning",
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
        "seed", "Seed of everything random in the trial; -1 is drawn once for the sweep, from its name", string.Empty, 0, LargestSeed,
        p => p.Seed, (p, value) => p with { Seed = value })
    {
        CanBeDrawn = true,
    };

    /// <summary>What the trial makes.</summary>
    public static EnumParameter<TrialMode> Mode { get; } = new(
        "mode", "What the trial makes", p => p.Mode, (p, value) => p with { Mode = value });

    /// <summary>Normalization of each layer's content loss.</summary>
    public static EnumParameter<ContentLossKind> ContentLoss { get; } = new(
        "contentLoss", "Normalization of each layer's content loss; where it is left open, that of the convention",
        p => p.ContentLoss, (p, value) => p with { ContentLoss = value });

    /// <summary>Statistic and normalization of each layer's style loss.</summary>
    public static EnumParameter<StyleLossKind> StyleLoss { get; } = new(
        "styleLoss", "Statistic and normalization of each layer's style loss; where it is left open, that of the convention",
        p => p.StyleLoss, (p, value) => p with { StyleLoss = value });

    /// <summary>Whose weights the trial's are.</summary>
    public static EnumParameter<WeightsMeaning> WeightsFrom { get; } = new(
        "weightsFrom", "Whose contentWeight and styleWeight are given, to be translated layer by layer to the trial's own losses",
        p => p.WeightsFrom, (p, value) => p with { WeightsFrom = value });

    /// <summary>Weights of content layers.</summary>
    public static ParsedTextParameter<LayerWeights> ContentLayerWeights { get; } = new(
        "contentLayerWeights", "Weights of content layers; a layer that is not named has the convention's own",
        LayerWeightsText.Allowed, LayerWeightsText.Parse, p => p.ContentLayerWeights, (p, value) => p with { ContentLayerWeights = value },
        TextForms.List | TextForms.Mapping, " ");

    /// <summary>Weights of style layers.</summary>
    public static ParsedTextParameter<LayerWeights> StyleLayerWeights { get; } = new(
        "styleLayerWeights", "Weights of style layers; a layer that is not named has the convention's own",
        LayerWeightsText.Allowed, LayerWeightsText.Parse, p => p.StyleLayerWeights, (p, value) => p with { StyleLayerWeights = value },
        TextForms.List | TextForms.Mapping, " ");

    /// <summary>Shares of the style images in one trial.</summary>
    public static ParsedTextParameter<BlendWeights> Blend { get; } = new(
        "blend", "Shares of all style images in one trial, in their order; without it each style image is a trial's own",
        BlendWeightsText.Allowed, BlendWeightsText.Parse, p => p.Blend, (p, value) => p with { Blend = value }, TextForms.List);

    /// <summary>Size of the style image over that of the image.</summary>
    public static NumberParameter StyleScale { get; } = new(
        "styleScale", "Longest side of the style image over that of the image", string.Empty, 0.1, 4,
        p => p.StyleScale, (p, value) => p with { StyleScale = value });

    /// <summary>Scales before the trial's own.</summary>
    public static ParsedTextParameter<ScaleLadder> Scales { get; } = new(
        "scales", "Smaller sizes to begin at, each starting from the last one's result; those not below imageSize are left out",
        ScaleLadderText.Allowed, ScaleLadderText.Parse, p => p.Scales, (p, value) => p with { Scales = value },
        TextForms.List | TextForms.Mapping, ":");

    /// <summary>Size of a texture.</summary>
    public static ParsedTextParameter<TextureSize> TextureSize { get; } = new(
        "textureSize", "Width x height of the image in mode texture, pixels; square has sides of imageSize",
        TextureSizeText.Allowed, TextureSizeText.Parse, p => p.TextureSize, (p, value) => p with { TextureSize = value });

    /// <summary>The image to start from.</summary>
    public static ParsedTextParameter<ImageNames> InitImage { get; } = new(
        "initImage", "The image that init image starts from",
        ImageNamesText.AllowedSingle, ImageNamesText.ParseSingle, p => p.InitImage, (p, value) => p with { InitImage = value });

    /// <summary>The trial to start from.</summary>
    public static ParsedTextParameter<string> InitTrial { get; } = new(
        "initTrial", "Id of the finished trial whose result init trial starts from",
        TrialIdText.Allowed, TrialIdText.Parse, p => p.InitTrial, (p, value) => p with { InitTrial = value });

    /// <summary>Adam's decay of the mean of gradients.</summary>
    public static NumberParameter Beta1 { get; } = new(
        "beta1", "Adam's decay of the mean of gradients", string.Empty, 0, LargestDecay, p => p.Beta1, (p, value) => p with { Beta1 = value });

    /// <summary>Adam's decay of the mean of squared gradients.</summary>
    public static NumberParameter Beta2 { get; } = new(
        "beta2", "Adam's decay of the mean of squared gradients", string.Empty, 0, LargestDecay,
        p => p.Beta2, (p, value) => p with { Beta2 = value });

    /// <summary>What Adam adds to the root of the mean of squared gradients.</summary>
    public static NumberParameter Epsilon { get; } = new(
        "epsilon", "What Adam adds to the root of the mean of squared gradients", string.Empty, allowsZero: false,
        p => p.Epsilon, (p, value) => p with { Epsilon = value });

    /// <summary>Factor of the content weight.</summary>
    public static ParsedTextParameter<Schedule> ContentSchedule { get; } = ScheduleOf(
        "contentSchedule", "contentWeight", p => p.ContentSchedule, (p, value) => p with { ContentSchedule = value });

    /// <summary>Factor of the style weight.</summary>
    public static ParsedTextParameter<Schedule> StyleSchedule { get; } = ScheduleOf(
        "styleSchedule", "styleWeight", p => p.StyleSchedule, (p, value) => p with { StyleSchedule = value });

    /// <summary>Factor of the total-variation weight.</summary>
    public static ParsedTextParameter<Schedule> TvSchedule { get; } = ScheduleOf(
        "tvSchedule", "tvWeight", p => p.TvSchedule, (p, value) => p with { TvSchedule = value });

    /// <summary>Factor of the learning rate.</summary>
    public static ParsedTextParameter<Schedule> LearningRateSchedule { get; } = ScheduleOf(
        "learningRateSchedule", "learningRate", p => p.LearningRateSchedule, (p, value) => p with { LearningRateSchedule = value });

    /// <summary>Relative improvement below which a scale ends.</summary>
    public static NumberParameter StopBelow { get; } = new(
        "stopBelow", "Ends a scale when its loss fell by less than this part of itself over stopWindow evaluations; 0 for never",
        string.Empty, 0, 1, p => p.StopBelow, (p, value) => p with { StopBelow = value });

    /// <summary>Evaluations over which the improvement is measured.</summary>
    public static IntegerParameter StopWindow { get; } = new(
        "stopWindow", "Evaluations over which stopBelow looks", "evaluations", 1, 10_000,
        p => p.StopWindow, (p, value) => p with { StopWindow = (int)value });

    /// <summary>Decay of the mean of iterates.</summary>
    public static NumberParameter Averaging { get; } = new(
        "averaging", "Decay of an exponential mean of the iterates, which is then the result; 0 for none", string.Empty, 0, LargestDecay,
        p => p.Averaging, (p, value) => p with { Averaging = value });

    /// <summary>How the gradients go back.</summary>
    public static EnumParameter<BackwardMode> Backward { get; } = new(
        "backward", "How the gradients of content and style go back through the network", p => p.Backward, (p, value) => p with { Backward = value });

    /// <summary>What becomes of the content's colors.</summary>
    public static EnumParameter<ColorMode> Color { get; } = new(
        "color", "What becomes of the content's colors", p => p.Color, (p, value) => p with { Color = value });

    /// <summary>Where each style applies.</summary>
    public static ParsedTextParameter<ImageNames> StyleMasks { get; } = new(
        "styleMasks", "One mask a style image: where on the result it applies, white for yes",
        ImageNamesText.Allowed, ImageNamesText.Parse, p => p.StyleMasks, (p, value) => p with { StyleMasks = value }, TextForms.List);

    /// <summary>Where the content is held.</summary>
    public static ParsedTextParameter<ImageNames> ContentMask { get; } = new(
        "contentMask", "A mask: where the content is held, white for yes",
        ImageNamesText.AllowedSingle, ImageNamesText.ParseSingle, p => p.ContentMask, (p, value) => p with { ContentMask = value });

    /// <summary>Where the colors are kept.</summary>
    public static ParsedTextParameter<ImageNames> ColorMask { get; } = new(
        "colorMask", "A mask: where color keeps the content's colors, white for yes",
        ImageNamesText.AllowedSingle, ImageNamesText.ParseSingle, p => p.ColorMask, (p, value) => p with { ColorMask = value });

    /// <summary>What becomes of the content's transparency.</summary>
    public static EnumParameter<AlphaMode> Alpha { get; } = new(
        "alpha", "What becomes of the content's transparency", p => p.Alpha, (p, value) => p with { Alpha = value });

    /// <summary>Size of the saved image.</summary>
    public static EnumParameter<OutputSize> OutputSize { get; } = new(
        "outputSize", "Size of the saved image", p => p.OutputSize, (p, value) => p with { OutputSize = value });

    /// <summary>Form of the output file.</summary>
    public static EnumParameter<OutputFormat> OutputFormat { get; } = new(
        "outputFormat", "Form of the output file beside image.png", p => p.OutputFormat, (p, value) => p with { OutputFormat = value });

    /// <summary>Quality of a JPEG output file.</summary>
    public static IntegerParameter JpegQuality { get; } = new(
        "jpegQuality", "Quality of a JPEG output file", string.Empty, 1, 100, p => p.JpegQuality, (p, value) => p with { JpegQuality = (int)value });

    /// <summary>Arithmetic of the convolutions.</summary>
    public static EnumParameter<Precision> Precision { get; } = new(
        "precision", "Arithmetic of the network's convolutions", p => p.Precision, (p, value) => p with { Precision = value });

    /// <summary>What to do with a trial that is too large.</summary>
    public static EnumParameter<OversizePolicy> Oversize { get; } = new(
        "oversize", "What to do when a trial needs more memory than there is", p => p.Oversize, (p, value) => p with { Oversize = value });

    /// <summary>All definitions, in the order of documents, tables and pages.</summary>
    public static IReadOnlyList<ParameterDefinition> All { get; } =
    [
        Mode, Network, ImageSize, Iterations, ContentLayers, StyleLayers, ContentWeight, StyleWeight, TvWeight, Convention,
        ContentLoss, StyleLoss, TvConvention, WeightsFrom, ContentLayerWeights, StyleLayerWeights, Blend, StyleScale, Pooling, Scales,
        TextureSize, Init, InitImage, InitTrial, Optimizer, LearningRate, LineSearch, HistorySize, Beta1, Beta2, Epsilon,
        ContentSchedule, StyleSchedule, TvSchedule, LearningRateSchedule, StopBelow, StopWindow, Averaging, Backward, Clamp, Color,
        StyleMasks, ContentMask, ColorMask, Alpha, OutputSize, OutputFormat, JpegQuality, Precision, Oversize, Seed,
    ];

    /// <summary>All names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(definition => definition.Name)];

    /// <summary>The parameters that name images.</summary>
    public static IReadOnlyList<ParsedTextParameter<ImageNames>> OfImages { get; } = [.. All.OfType<ParsedTextParameter<ImageNames>>()];

    // Above it, a float32's mean of iterates would hardly move.
    private const double LargestDecay = 0.99999;

    // 2^53 - 1: larger ones change when a JSON reader takes them as float64.
    private const long LargestSeed = 9_007_199_254_740_991;

    /// <summary>The definition of a manifest name, or null; case matters.</summary>
    public static ParameterDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);

    private static ParsedTextParameter<Schedule> ScheduleOf(
        string name, string scheduled, Func<TrialParameters, Schedule> read, Func<TrialParameters, Schedule, TrialParameters> write) =>
        new(name, $"Factor of {scheduled} over the evaluations of all scales", ScheduleText.Allowed, ScheduleText.Parse, read, write, TextForms.List | TextForms.Mapping, ":");
}
