using System.Text.Json.Serialization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Schedules;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Every parameter of one trial, fully resolved. What the manifest may vary is exactly this.</summary>
public sealed record TrialParameters
{
    /// <summary>The feature extractor.</summary>
    public required NetworkName Network { get; init; }

    /// <summary>Longest side of the image, pixels; 32 to 4096.</summary>
    public required int ImageSize { get; init; }

    /// <summary>Computations of loss and gradient at <see cref="ImageSize"/>, whatever the optimizer; 1 to 100,000.</summary>
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

    /// <summary>The system whose normalization the losses have where they name none themselves.</summary>
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

    /// <summary>What the trial makes; transfer by default.</summary>
    public TrialMode Mode { get; init; }

    /// <summary>Normalization of each layer's content loss; the resolver takes it from <see cref="Convention"/>.</summary>
    public ContentLossKind ContentLoss { get; init; }

    /// <summary>Statistic and normalization of each layer's style loss; the resolver takes it from <see cref="Convention"/>.</summary>
    public StyleLossKind StyleLoss { get; init; }

    /// <summary>Whose weights <see cref="ContentWeight"/> and <see cref="StyleWeight"/> are; the trial's own convention's by default.</summary>
    public WeightsMeaning WeightsFrom { get; init; }

    /// <summary>Weights of content layers; none named by default.</summary>
    public LayerWeights ContentLayerWeights { get; init; } = LayerWeights.None;

    /// <summary>Weights of style layers; none named by default.</summary>
    public LayerWeights StyleLayerWeights { get; init; } = LayerWeights.None;

    /// <summary>Shares of the style images in one trial; no blend by default.</summary>
    public BlendWeights Blend { get; init; } = BlendWeights.None;

    /// <summary>Longest side of the style image over that of the image, 0.1 to 4; 1 by default.</summary>
    public double StyleScale { get; init; } = 1;

    /// <summary>Scales before the trial's own; none by default. <see cref="Iterations"/> are those of the trial's own size.</summary>
    public ScaleLadder Scales { get; init; } = ScaleLadder.None;

    /// <summary>Size of a texture at <see cref="ImageSize"/>; square by default. Only mode texture has use for it.</summary>
    public TextureSize TextureSize { get; init; } = TextureSize.Square;

    /// <summary>The image of <see cref="InitMode.Image"/>; none by default.</summary>
    public ImageNames InitImage { get; init; } = ImageNames.None;

    /// <summary>Id of the trial of <see cref="InitMode.Trial"/>, 16 hex digits; empty by default.</summary>
    public string InitTrial { get; init; } = string.Empty;

    /// <summary>Adam's decay of the mean of gradients, 0 to below 1; 0.9 by default.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Adam's decay of the mean of squared gradients, 0 to below 1; 0.999 by default.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>What Adam adds to the root of the mean of squared gradients; above 0, 1e-8 by default.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Factor of <see cref="ContentWeight"/> over the evaluations; constant by default.</summary>
    public Schedule ContentSchedule { get; init; } = Schedule.Constant;

    /// <summary>Factor of <see cref="StyleWeight"/> over the evaluations; constant by default.</summary>
    public Schedule StyleSchedule { get; init; } = Schedule.Constant;

    /// <summary>Factor of <see cref="TvWeight"/> over the evaluations; constant by default.</summary>
    public Schedule TvSchedule { get; init; } = Schedule.Constant;

    /// <summary>Factor of <see cref="LearningRate"/> over the evaluations; constant by default.</summary>
    public Schedule LearningRateSchedule { get; init; } = Schedule.Constant;

    /// <summary>
    /// Ends a scale early when its loss fell by less than this part of itself over <see cref="StopWindow"/> evaluations; 0, the
    /// default, for never.
    /// </summary>
    public double StopBelow { get; init; }

    /// <summary>Evaluations over which <see cref="StopBelow"/> looks; 1 to 10,000, 50 by default.</summary>
    public int StopWindow { get; init; } = 50;

    /// <summary>
    /// Decay of an exponential mean of the iterates, bias corrected, which is the result instead of the last iterate; 0, the default,
    /// for none, below 1 (crowsonkb: 0.99).
    /// </summary>
    public double Averaging { get; init; }

    /// <summary>How the gradients go back through the network; together by default.</summary>
    public BackwardMode Backward { get; init; }

    /// <summary>What becomes of the content's colors; the style's come with it by default.</summary>
    public ColorMode Color { get; init; }

    /// <summary>One mask a style image: where on the result it applies, white for yes; none by default.</summary>
    public ImageNames StyleMasks { get; init; } = ImageNames.None;

    /// <summary>Where the content is held, white for yes; none, for everywhere, by default.</summary>
    public ImageNames ContentMask { get; init; } = ImageNames.None;

    /// <summary>Where <see cref="Color"/> keeps the content's colors, white for yes; none, for everywhere, by default.</summary>
    public ImageNames ColorMask { get; init; } = ImageNames.None;

    /// <summary>What becomes of the content's transparency; dropped by default.</summary>
    public AlphaMode Alpha { get; init; }

    /// <summary>Size of the saved image; that computed by default.</summary>
    public OutputSize OutputSize { get; init; }

    /// <summary>Form of the output file; 8-bit PNG by default.</summary>
    public OutputFormat OutputFormat { get; init; }

    /// <summary>Quality of a JPEG output file, 1 to 100; 95 by default.</summary>
    public int JpegQuality { get; init; } = 95;

    /// <summary>Arithmetic of the convolutions; float32 by default.</summary>
    public Precision Precision { get; init; }

    /// <summary>What to do when the trial needs more memory than there is; refuse it by default.</summary>
    public OversizePolicy Oversize { get; init; }

    /// <summary>All scales of the trial, its own last.</summary>
    [JsonIgnore]
    public IReadOnlyList<Scale> AllScales => Scales.Of(ImageSize, Iterations);

    /// <summary>Evaluations of all scales together.</summary>
    [JsonIgnore]
    public int TotalEvaluations => AllScales.Sum(scale => scale.Iterations);

    /// <summary>The images that the parameters name, each once: first that to start from, then the masks.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> NamedImages => [.. InitImage.Names.Concat(StyleMasks.Names).Concat(ContentMask.Names).Concat(ColorMask.Names).Distinct()];

    /// <summary>Whether the content image is read: in every mode but texture.</summary>
    [JsonIgnore]
    public bool ReadsContent => Mode != TrialMode.Texture;

    /// <summary>Whether the style images are read: in every mode but reconstruction.</summary>
    [JsonIgnore]
    public bool ReadsStyle => Mode != TrialMode.Reconstruction;

    /// <summary>Content layers that are computed: none in mode texture or with a weight of 0.</summary>
    [JsonIgnore]
    public LayerSet ActiveContentLayers => Mode == TrialMode.Texture || ContentWeight == 0 ? [] : ContentLayers;

    /// <summary>Style layers that are computed: none in mode reconstruction or with a weight of 0.</summary>
    [JsonIgnore]
    public LayerSet ActiveStyleLayers => Mode == TrialMode.Reconstruction || StyleWeight == 0 ? [] : StyleLayers;
}
