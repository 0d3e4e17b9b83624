using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Presets;

public sealed class PresetCatalogTests
{
    private static readonly LayerSet FirstRelus = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1");

    [Fact]
    public void Names_AreTheFiles() => Assert.Equal(["default", "gatys", "neural-style-pt"], PresetCatalog.Names);

    [Fact]
    public void Default_IsTheDocumentedSetting() => Assert.Equal(
        new TrialParameters
        {
            Network = NetworkName.Vgg19Mini,
            ImageSize = 256,
            Iterations = 200,
            ContentLayers = LayerSet.Parse("relu4_2"),
            StyleLayers = FirstRelus,
            ContentWeight = 1,
            StyleWeight = 30,
            TvWeight = 0.1,
            Convention = LossConvention.Relative,
            TvConvention = TvConvention.MeanSquare,
            Pooling = PoolingMode.Max,
            Init = InitMode.Content,
            Optimizer = OptimizerKind.Lbfgs,
            LearningRate = 1,
            LineSearch = LineSearchKind.Fixed,
            HistorySize = 20,
            Clamp = ClampMode.Saved,
            Seed = 0,
        },
        Resolve("default"));

    [Fact]
    public void Gatys_IsThePapersSetting()
    {
        var parameters = Resolve("gatys");

        Assert.Equal(LayerSet.Parse("conv4_2"), parameters.ContentLayers);
        Assert.Equal(LayerSet.Parse("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1"), parameters.StyleLayers);
        Assert.Equal(1e-3, parameters.ContentWeight / parameters.StyleWeight);
        Assert.Equal(0, parameters.TvWeight);
        Assert.Equal(
            (LossConvention.Gatys, PoolingMode.Average, InitMode.Noise, OptimizerKind.Lbfgs),
            (parameters.Convention, parameters.Pooling, parameters.Init, parameters.Optimizer));
    }

    [Fact]
    public void NeuralStylePt_IsItsDefaults() => Assert.Equal(
        new TrialParameters
        {
            Network = NetworkName.Vgg19Mini,
            ImageSize = 512,
            Iterations = 1000,
            ContentLayers = LayerSet.Parse("relu4_2"),
            StyleLayers = FirstRelus,
            ContentWeight = 5,
            StyleWeight = 100,
            TvWeight = 1e-3,
            Convention = LossConvention.Johnson,
            TvConvention = TvConvention.NeuralStylePt,
            Pooling = PoolingMode.Max,
            Init = InitMode.Noise,
            Optimizer = OptimizerKind.Lbfgs,
            LearningRate = 1,
            LineSearch = LineSearchKind.Fixed,
            HistorySize = 100,
            Clamp = ClampMode.Saved,
            Seed = 0,
        },
        Resolve("neural-style-pt"));

    [Fact]
    public void Parse_PresetWithOpenParameters_SaysWhich()
    {
        var exception = Assert.Throws<ManifestException>(() => PresetParser.Parse("half", "description: x\nparameters: {imageSize: 256}"));

        Assert.Contains("open: iterations, contentLayers", exception.Message, StringComparison.Ordinal);
    }

    private static TrialParameters Resolve(string preset) => ParameterResolver.Resolve(PresetCatalog.Find(preset)!.Parameters, NetworkName.Vgg19Mini);
}
