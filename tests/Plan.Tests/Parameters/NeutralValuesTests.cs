using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Parameters;

public sealed class NeutralValuesTests
{
    [Theory]
    [InlineData("initImage: a.png, init: content", "init: content")]
    [InlineData("initTrial: 0123456789abcdef", "")]
    [InlineData("textureSize: 64x32", "")]
    [InlineData("colorMask: a.png, color: coral", "color: coral")]
    [InlineData("jpegQuality: 50", "")]
    [InlineData("stopWindow: 7", "")]
    [InlineData("optimizer: adam, lineSearch: strong-wolfe, historySize: 7", "optimizer: adam")]
    [InlineData("beta1: 0.5, beta2: 0.5, epsilon: 0.1", "")]
    [InlineData("seed: 7", "")]
    [InlineData("seed: 7, init: gray", "init: gray")]
    [InlineData("tvWeight: 0, tvConvention: titu1994, tvSchedule: 0%:1; 50%:0", "tvWeight: 0")]
    [InlineData("contentWeight: 0, contentLayers: conv1_1, contentLoss: mse, contentSchedule: 0%:1; 50%:0, contentLayerWeights: relu4_2 3, contentMask: a.png", "contentWeight: 0")]
    [InlineData("styleWeight: 0, styleLayers: conv1_1, styleLoss: gatys, styleSchedule: 0%:1; 50%:0, styleLayerWeights: relu1_1 3, styleMasks: a.png, styleScale: 2, color: coral", "styleWeight: 0")]
    [InlineData("mode: texture, init: noise, contentWeight: 7, contentLayers: conv1_1", "mode: texture, init: noise")]
    [InlineData("mode: reconstruction, styleWeight: 7, styleLayers: conv1_1, blend: 0.5; 0.5", "mode: reconstruction")]
    [InlineData("scales: 64:10; 256:10; 512:10", "scales: 64:10")]
    [InlineData("styleLayers: conv1_1, styleLayerWeights: conv1_1 2; relu2_1 3", "styleLayers: conv1_1, styleLayerWeights: conv1_1 2")]
    public void WithoutIdle_ValueWithoutUse_IsTheTrialWithoutIt(string idle, string without) =>
        Assert.Equal(NeutralValues.WithoutIdle(Resolved(without)), NeutralValues.WithoutIdle(Resolved(idle)));

    [Theory]
    [InlineData("initImage: a.png, init: image")]
    [InlineData("initTrial: 0123456789abcdef, init: trial")]
    [InlineData("textureSize: 64x32, mode: texture, init: noise, contentWeight: 0")]
    [InlineData("colorMask: a.png, color: luminance")]
    [InlineData("colorMask: a.png, color: histogram")]
    [InlineData("jpegQuality: 50, outputFormat: jpeg")]
    [InlineData("stopWindow: 7, stopBelow: 0.1")]
    [InlineData("lineSearch: strong-wolfe, historySize: 7")]
    [InlineData("optimizer: adam, beta1: 0.5, beta2: 0.5, epsilon: 0.1")]
    [InlineData("seed: 7, init: noise")]
    [InlineData("seed: 7, init: noise-neural-style")]
    [InlineData("seed: 7, init: noise-gordicaleksa")]
    [InlineData("tvConvention: titu1994, tvSchedule: 0%:1; 50%:0")]
    [InlineData("contentLayers: conv1_1, contentLoss: mse, contentSchedule: 0%:1; 50%:0, contentLayerWeights: conv1_1 3, contentMask: a.png")]
    [InlineData("styleLayers: conv1_1, styleLoss: gatys, styleSchedule: 0%:1; 50%:0, styleLayerWeights: conv1_1 3, styleMasks: a.png, styleScale: 2, color: coral")]
    [InlineData("scales: 64:10; 128:10")]
    [InlineData("blend: 0.5; 0.5")]
    public void WithoutIdle_ValueWithUse_Stays(string used) => Assert.Equal(Resolved(used), NeutralValues.WithoutIdle(Resolved(used)));

    private static TrialParameters Resolved(string values) => ParameterResolver.Resolve(
        values.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(value => value.Split(": ", 2)).Aggregate(
            PresetCatalog.Find("default")!.Parameters,
            (set, pair) => ParameterCatalog.Find(pair[0]) is { } definition ? set.With(definition, definition.Parse(pair[1].Replace(';', ','), [])!) : set),
        NetworkName.Vgg19Mini);

    /// <summary>Two settings that differ in what has no influence are one trial, whatever it is.</summary>
    [Fact]
    public void WithoutIdle_AnyParameterWithoutInfluence_HasOneValue()
    {
        string[] settings =
        [
            "", "optimizer: adam", "tvWeight: 0", "contentWeight: 0", "styleWeight: 0", "init: noise", "mode: texture, init: noise", "mode: reconstruction",
        ];
        foreach (var setting in settings.Select(Resolved))
        {
            foreach (var definition in ParameterCatalog.All.Where(definition => !Influence.Has(definition, setting)))
            {
                var other = definition.WithValue(setting, OtherValues.Of(definition));
                Assert.Equal(NeutralValues.WithoutIdle(setting), NeutralValues.WithoutIdle(other));
            }
        }
    }
}
