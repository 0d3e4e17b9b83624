using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Parameters;

public sealed class ParameterResolverTests
{
    private static readonly ParameterSet Base = PresetCatalog.Find("default")!.Parameters;

    [Theory]
    [InlineData(OptimizerKind.Lbfgs, 1, ClampMode.Saved)]
    [InlineData(OptimizerKind.Adam, 0.02, ClampMode.Step)]
    public void Resolve_OpenStepAndClamp_FollowTheOptimizer(OptimizerKind optimizer, double learningRate, ClampMode clamp)
    {
        var parameters = ParameterResolver.Resolve(Base.With(ParameterCatalog.Optimizer, optimizer), NetworkName.Vgg19);

        Assert.Equal(learningRate, parameters.LearningRate);
        Assert.Equal(clamp, parameters.Clamp);
    }

    [Theory]
    [InlineData(LossConvention.Relative, TvConvention.MeanSquare)]
    [InlineData(LossConvention.Gatys, TvConvention.MeanSquare)]
    [InlineData(LossConvention.Johnson, TvConvention.NeuralStylePt)]
    public void Resolve_OpenTvConvention_FollowsTheConvention(LossConvention convention, TvConvention expected)
    {
        var all = ParameterSet.Of(ParameterResolver.Resolve(Base, NetworkName.Vgg19));
        var set = all.Defined.Where(definition => definition != ParameterCatalog.TvConvention)
            .Aggregate(ParameterSet.Empty, (some, definition) => all.TryGet(definition, out var value) ? some.With(definition, value) : some)
            .With(ParameterCatalog.Convention, convention);

        Assert.Equal(expected, ParameterResolver.Resolve(set, NetworkName.Vgg19).TvConvention);
    }

    [Fact]
    public void Resolve_GivenValues_AreKept()
    {
        var set = Base.With(ParameterCatalog.Optimizer, OptimizerKind.Adam).With(ParameterCatalog.LearningRate, 0.5)
            .With(ParameterCatalog.Clamp, ClampMode.Saved).With(ParameterCatalog.Network, NetworkName.Vgg19);

        var parameters = ParameterResolver.Resolve(set, NetworkName.Vgg19Mini);

        Assert.Equal(0.5, parameters.LearningRate);
        Assert.Equal(ClampMode.Saved, parameters.Clamp);
        Assert.Equal(NetworkName.Vgg19, parameters.Network);
    }

    [Fact]
    public void Resolve_OpenNetwork_IsTheCallersDefault() =>
        Assert.Equal(NetworkName.Vgg19Mini, ParameterResolver.Resolve(Base, NetworkName.Vgg19Mini).Network);

    [Fact]
    public void Resolve_OpenParameterWithoutDefault_SaysWhich()
    {
        var exception = Assert.Throws<ArgumentException>(() => ParameterResolver.Resolve(ParameterSet.Empty, NetworkName.Vgg19));

        Assert.Contains("imageSize, iterations", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("clamp", exception.Message, StringComparison.Ordinal);
    }
}
