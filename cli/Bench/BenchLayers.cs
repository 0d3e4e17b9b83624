using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Cli.Bench;

/// <summary>The layers that a bench reads: those of the default preset, as far down as the weights go.</summary>
/// <param name="Content">Content layers.</param>
/// <param name="Style">Style layers.</param>
internal sealed record BenchLayers(LayerSet Content, LayerSet Style)
{
    private static readonly LayerSet PresetContent = LayerSet.Parse("relu4_2");
    private static readonly LayerSet PresetStyle = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1");

    /// <summary>The deepest of them.</summary>
    public LayerName Deepest => Content.Concat(Style).MaxBy(VggTopology.DepthOf);

    /// <summary>Whether the weights end before the preset's layers do.</summary>
    public bool AreCut => !Content.Equals(PresetContent);

    public static BenchLayers Of(NetworkWeights weights)
    {
        var present = weights.Convolutions;
        LayerSet style = [.. PresetStyle.Where(layer => present.Contains(layer with { Kind = LayerKind.Conv }))];
        var content = PresetContent.All(layer => present.Contains(layer with { Kind = LayerKind.Conv }))
            ? PresetContent
            : [present[^1] with { Kind = LayerKind.Relu }];
        return new BenchLayers(content, style);
    }
}
