using NeuralStyle.Plan.Conventions.Translation;

namespace NeuralStyle.Cli.Translation;

/// <summary>Everything that <c>nst translate</c> can be told, beside --json.</summary>
internal static class TranslationArguments
{
    public static TranslationArgument From { get; } = new("--from", $"Whose weights are given: {string.Join(", ", WeightSystem.Names)}.");

    public static TranslationArgument To { get; } = new("--to", "Whose weights are asked for: one of the same names.");

    public static TranslationArgument ContentWeight { get; } = new("--content-weight", "Multiplier of the content loss.", "content_weight");

    public static TranslationArgument StyleWeight { get; } = new("--style-weight", "Multiplier of the style loss.", "style_weight");

    public static TranslationArgument TvWeight { get; } = new("--tv-weight", "Multiplier of the total-variation loss.", "tv_weight");

    public static TranslationArgument ContentLayers { get; } = new(
        "--content-layers", "Layers of the content loss, e.g. conv4_2; relu4_2 when left out.", "content_layers");

    public static TranslationArgument StyleLayers { get; } = new(
        "--style-layers", "Layers of the style loss, e.g. relu1_1,relu2_1; relu1_1..relu5_1 when left out.", "style_layers");

    public static TranslationArgument ContentLayerWeights { get; } = new(
        "--content-layer-weights", "Weights of content layers, e.g. 'conv3_2 0.5, conv4_2 1'; the system's own when left out.");

    public static TranslationArgument StyleLayerWeights { get; } = new(
        "--style-layer-weights", "Weights of style layers, e.g. 'conv1_1 0.05, conv2_1 0.1'; the system's own when left out.");

    public static TranslationArgument Size { get; } = new("--size", "Size of the image, e.g. 512x384; needed where the weights depend on it.");

    public static TranslationArgument Network { get; } = new("--network", "The network, whose channels count; vgg19 when left out.");

    public static TranslationArgument CommandLine { get; } = new(
        "--command-line",
        "Options of neural-style or neural-style-pt as they would be typed, e.g. \"-content_weight 5e0 -style_weight 1e2\":"
        + " --from is neural-style-pt then, and what they leave out has its defaults.");

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<TranslationArgument> All { get; } =
    [
        From, To, ContentWeight, StyleWeight, TvWeight, ContentLayers, StyleLayers, ContentLayerWeights, StyleLayerWeights, Size, Network,
        CommandLine,
    ];
}
