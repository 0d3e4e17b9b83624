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
    public void WithoutIdle_ValueWithoutUse_IsTheTrialWithoutIt(string idle, string without) =>
        Assert.Equal(NeutralValues.WithoutIdle(Resolved(without)), NeutralValues.WithoutIdle(Resolved(idle)));

    [Theory]
    [InlineData("initImage: a.png, init: image")]
    [InlineData("initTrial: 0123456789abcdef, init: trial")]
    [InlineData("textureSize: 64x32, mode: texture, init: noise")]
    [InlineData("colorMask: a.png, color: luminance")]
    [InlineData("colorMask: a.png, color: histogram")]
    [InlineData("jpegQuality: 50, outputFormat: jpeg")]
    [InlineData("stopWindow: 7, stopBelow: 0.1")]
    public void WithoutIdle_ValueWithUse_Stays(string used) => Assert.Equal(Resolved(used), NeutralValues.WithoutIdle(Resolved(used)));

    private static TrialParameters Resolved(string values) => ParameterResolver.Resolve(
        values.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(value => value.Split(": ")).Aggregate(
            PresetCatalog.Find("default")!.Parameters,
            (set, pair) => ParameterCatalog.Find(pair[0]) is { } definition ? set.With(definition, definition.Parse(pair[1], [])!) : set),
        NetworkName.Vgg19Mini);
}
