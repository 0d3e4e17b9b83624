using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Presets;

public sealed class PresetCatalogTests
{
    private const string FirstFive = "conv1_1, conv1_2, conv2_1, conv2_2, conv3_1";
    private const string Five = "conv1_1..conv5_1";
    private const string DeepThree = "conv3_1..conv5_1";
    private const string Torch = "contentLoss mse; styleLoss johnson; pooling max; optimizer lbfgs; learningRate 1; lineSearch fixed; historySize 100";
    private const string Titu = "styleLayers relu1_1..relu5_1; styleWeight 1; tvWeight 8.5e-5; contentLoss titu1994-type0; styleLoss titu1994; tvConvention titu1994; pooling max; optimizer lbfgs; lineSearch strong-wolfe; historySize 10; clamp saved";
    private const string Anh = "imageSize 512; contentLayers relu4_2; styleLayers relu1_1..relu5_1; contentWeight 100; styleWeight 100; contentLoss anh-nn01; styleLoss anh-nn01; tvWeight 0; init paper; optimizer adam; learningRate 1e-3; clamp step";
    private const string Mathur = "convention gatys; contentLoss mse; styleLoss gatys; backward separate; clamp step; optimizer lbfgs; learningRate 1; tvWeight 0";
    private const string Gordic = "imageSize 400; contentLayers relu4_2; styleLayers relu1_1..relu5_1; contentLoss mse; styleLoss gordicaleksa; tvConvention neural-style-pt; pooling max; clamp saved";
    private const string GordicLbfgs = "iterations 1000; optimizer lbfgs; lineSearch strong-wolfe; historySize 100; learningRate 1";
    private const string GordicAdam = "iterations 3000; optimizer adam; beta1 0.9; beta2 0.999; epsilon 1e-8";

    private static readonly LayerSet FirstRelus = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1");

    /// <summary>What a source says, as its preset's parameters; those of a family once.</summary>
    public static TheoryData<string, string> Sources { get; } = new()
    {
        { "pytorch-tutorial", $"imageSize 512; iterations 320; contentLayers conv2_2; styleLayers {FirstFive}; contentWeight 1; styleWeight 1e6; tvWeight 0; convention johnson; {Torch}; init content; clamp step" },
        { "titu1994", $"imageSize 400; iterations 200; contentLayers relu5_2; contentWeight 0.025; init content; {Titu}" },
        { "dlai-team5", $"imageSize 224; iterations 2000; contentLayers relu5_2; contentWeight 0.25; init noise; {Titu}" },
        { "dlai-team5-executed", $"imageSize 224; iterations 2000; contentLayers relu4_2; contentWeight 0.25; init noise; {Titu}" },
        { "anh-nn01", $"iterations 320; styleLayerWeights relu1_1 0.2, relu2_1 0.2, relu3_1 0.2, relu4_1 0.2, relu5_1 0.2; {Anh}; beta1 0.9; beta2 0.999; epsilon 1e-7; contentSchedule step 0%:1, 50%:0.01; styleSchedule step 0%:0.01, 50%:1" },
        { "anh-nn01-executed", $"iterations 160; styleLayerWeights relu1_1 0.05, relu2_1 0.05, relu3_1 0.1, relu4_1 0.3, relu5_1 0.7; {Anh}; beta1 0; beta2 0; epsilon 3.16227766017e-6; contentSchedule constant; styleSchedule constant" },
        { "cmu-16726", $"mode transfer; contentLayers conv2_1; styleLayers {FirstFive}; contentWeight 1e3; styleWeight 1e6; tvWeight 0; init content; {Torch}" },
        { "cmu-16726-reconstruction", $"mode reconstruction; contentLayers conv1_1; contentWeight 1e3; init noise; {Torch}" },
        { "cmu-16726-texture", $"mode texture; styleLayers {FirstFive}; styleWeight 1e6; init noise; {Torch}" },
        { "mathur-rajan-flower-market", $"contentLayers conv4_2; styleLayers {DeepThree}; {Mathur}" },
        { "mathur-rajan-mediterranean-garden", $"contentLayers conv5_2; styleLayers {Five}; {Mathur}" },
        { "mathur-rajan-kandinsky", $"contentLayers conv5_2; styleLayers {Five}; {Mathur}" },
        { "mathur-rajan-cubist-tiger", $"contentLayers conv4_2; styleLayers {Five}; {Mathur}" },
        { "mathur-rajan-season", $"contentLayers conv4_2; styleLayers {DeepThree}; {Mathur}" },
        { "mathur-rajan-self-portraits", $"contentLayers conv5_2; styleLayers {Five}; {Mathur}" },
        { "nikulin-partial", $"contentLayers {Five}; styleLayers conv3_1, conv5_1; convention gatys; contentWeight 1; styleWeight 1e3; pooling average; init noise" },
        { "gordicaleksa-lbfgs-content", $"contentWeight 1e5; styleWeight 3e4; tvWeight 1; init content; {Gordic}; {GordicLbfgs}" },
        { "gordicaleksa-lbfgs-style", $"contentWeight 1e5; styleWeight 10; tvWeight 0.1; init style; {Gordic}; {GordicLbfgs}" },
        { "gordicaleksa-lbfgs-random", $"contentWeight 1e5; styleWeight 1e3; tvWeight 1; init noise-gordicaleksa; {Gordic}; {GordicLbfgs}" },
        { "gordicaleksa-adam-content", $"contentWeight 1e5; styleWeight 1e5; tvWeight 0.1; init content; {Gordic}; {GordicAdam}" },
        { "gordicaleksa-adam-style", $"contentWeight 1e5; styleWeight 100; tvWeight 0.1; init style; {Gordic}; {GordicAdam}" },
        { "crowsonkb", "imageSize 512; iterations 500; scales 128:1000, 181:500, 256:500, 362:500; contentLayers relu4_2; styleLayers relu1_1..relu5_1; contentWeight 0.015; styleWeight 1; tvWeight 2; contentLoss mse; styleLoss crowsonkb; tvConvention crowsonkb; styleLayerWeights relu1_1 256, relu2_1 64, relu3_1 16, relu4_1 4, relu5_1 1; optimizer adam; learningRate 0.02; beta1 0.9; beta2 0.99; averaging 0.99; clamp step; init content" },
    };

    [Fact]
    public void Names_AreTheSources() => Assert.Equal(
        [
            "anh-nn01", "anh-nn01-executed", "cmu-16726", "cmu-16726-reconstruction", "cmu-16726-texture", "crowsonkb", "default",
            "dlai-team5", "dlai-team5-executed", "gatys", "gordicaleksa-adam-content", "gordicaleksa-adam-style",
            "gordicaleksa-lbfgs-content", "gordicaleksa-lbfgs-random", "gordicaleksa-lbfgs-style", "mathur-rajan-cubist-tiger",
            "mathur-rajan-flower-market", "mathur-rajan-kandinsky", "mathur-rajan-mediterranean-garden", "mathur-rajan-season",
            "mathur-rajan-self-portraits", "neural-style-pt", "nikulin-partial", "pytorch-tutorial", "titu1994",
        ],
        PresetCatalog.Names);

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
        Assert.Equal((512, 500), (parameters.ImageSize, parameters.Iterations));
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
            Init = InitMode.NoiseNeuralStyle,
            Optimizer = OptimizerKind.Lbfgs,
            LearningRate = 1,
            LineSearch = LineSearchKind.Fixed,
            HistorySize = 100,
            Clamp = ClampMode.Saved,
            Seed = 0,
            ContentLoss = ContentLossKind.Mse,
            StyleLoss = StyleLossKind.Johnson,
        },
        Resolve("neural-style-pt"));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Preset_HasItsSourcesValues(string preset, string expected)
    {
        var parameters = Resolve(preset);

        Assert.All(expected.Split("; "), value =>
        {
            var definition = ParameterCatalog.Find(value[..value.IndexOf(' ', StringComparison.Ordinal)])!;
            Assert.Equal(value, $"{definition.Name} {definition.LabelOf(parameters)}");
        });
    }

    [Fact]
    public void Sources_AreAllPresets() =>
        Assert.Equal(PresetCatalog.Names.Except(["default", "gatys", "neural-style-pt"]), Sources.Select(source => source.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void Preset_AnyOfThem_LeavesTheNetworkOpen() =>
        Assert.All(PresetCatalog.All, preset => Assert.False(preset.Parameters.Has(ParameterCatalog.Network), preset.Name));

    [Fact]
    public void Preset_AnyOfThem_HasACommentForEveryValue()
    {
        var folder = Repository.PathOf("engine/Plan/Presets");
        Assert.All(PresetCatalog.Names, name =>
        {
            var lines = File.ReadAllLines(Path.Combine(folder, $"{name}.yaml"));
            var values = lines.SkipWhile(line => line != "parameters:").Skip(1).ToList();

            // One comment may be of several values that belong together, as contentWeight and styleWeight do.
            var uncommented = values.Where((line, index) => !IsComment(line) && !values.Take(index).TakeLast(3).Any(IsComment));
            Assert.Empty(uncommented);
        });
    }

    [Fact]
    public void GordicaleksasAdam_StepsByTenOf255() => Assert.Equal(10 / 255.0, Resolve("gordicaleksa-adam-content").LearningRate, 15);

    [Fact]
    public void Crowsonkb_ClimbsByTheRootOfTwo()
    {
        var scales = Resolve("crowsonkb").AllScales;

        Assert.Equal([128, 181, 256, 362, 512], scales.Select(scale => scale.ImageSize));
        Assert.All(scales.Index(), scale => Assert.Equal((int)Math.Round(512 / Math.Pow(2, (4 - scale.Index) / 2.0)), scale.Item.ImageSize));
        Assert.Equal(1000 + (4 * 500), Resolve("crowsonkb").TotalEvaluations);
    }

    [Fact]
    public void AnhNn01_IsTheContentFirstAndThenTheStyle()
    {
        var parameters = Resolve("anh-nn01");

        Assert.Equal((1, 0.01), (parameters.ContentSchedule.FactorAt(160, 320), parameters.StyleSchedule.FactorAt(160, 320)));
        Assert.Equal((0.01, 1), (parameters.ContentSchedule.FactorAt(161, 320), parameters.StyleSchedule.FactorAt(161, 320)));
    }

    [Fact]
    public void Parse_PresetWithOpenParameters_SaysWhich()
    {
        var exception = Assert.Throws<ManifestException>(() => PresetParser.Parse("half", "description: x\nparameters: {imageSize: 256}"));

        Assert.Contains("open: iterations, contentLayers", exception.Message, StringComparison.Ordinal);
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith('#');

    private static TrialParameters Resolve(string preset) => ParameterResolver.Resolve(PresetCatalog.Find(preset)!.Parameters, NetworkName.Vgg19Mini);
}
