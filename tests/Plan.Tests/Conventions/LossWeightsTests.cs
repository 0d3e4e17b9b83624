using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Conventions;

public sealed class LossWeightsTests
{
    private static readonly LayerName Conv1 = LayerName.Parse("conv1_1");
    private static readonly LayerName Conv2 = LayerName.Parse("conv2_1");

    private static readonly TrialParameters Parameters =
        ParameterResolver.Resolve(PresetCatalog.Find("default")!.Parameters, NetworkName.Vgg19) with
        {
            ContentLayers = LayerSet.Parse("conv1_1"),
            StyleLayers = LayerSet.Parse("conv1_1", "conv2_1"),
            ContentWeight = 3,
            StyleWeight = 8,
        };

    [Fact]
    public void Of_OwnWeights_AreWeightTimesShare()
    {
        // Averaged by 1 and 3; neither is multiplied by any extent.
        var weights = Of(Parameters with { StyleLoss = StyleLossKind.Gatys, StyleLayerWeights = LayerWeights.Of([new(Conv2, 3)]) });

        Assert.Equal([new LayerWeight(Conv1, 3)], weights.Content);
        Assert.Equal([new LayerWeight(Conv1, 2), new LayerWeight(Conv2, 6)], weights.Style);
    }

    [Theory]
    [InlineData(StyleLossKind.Relative, 4)]
    [InlineData(StyleLossKind.Johnson, 8)]
    [InlineData(StyleLossKind.AnhNn01, 8)]
    [InlineData(StyleLossKind.Crowsonkb, 4)]
    // 0.2 each, over two layers.
    [InlineData(StyleLossKind.Cysmith, 0.8)]
    public void Of_OwnWeightsWithoutLayerWeights_FollowTheLoss(StyleLossKind kind, double expected) =>
        Assert.All(Of(Parameters with { StyleLoss = kind }).Style, weight => Assert.Equal(expected, weight.Weight, 12));

    [Theory]
    [InlineData(LossConvention.Relative, ContentLossKind.Relative, StyleLossKind.Relative, TvConvention.MeanSquare)]
    [InlineData(LossConvention.Gatys, ContentLossKind.Gatys, StyleLossKind.Gatys, TvConvention.MeanSquare)]
    [InlineData(LossConvention.Johnson, ContentLossKind.Mse, StyleLossKind.Johnson, TvConvention.NeuralStylePt)]
    [InlineData(LossConvention.Leongatys, ContentLossKind.Mse, StyleLossKind.Leongatys, TvConvention.MeanSquare)]
    [InlineData(LossConvention.Gordicaleksa, ContentLossKind.Mse, StyleLossKind.Gordicaleksa, TvConvention.NeuralStylePt)]
    [InlineData(LossConvention.Titu1994, ContentLossKind.Titu1994Type0, StyleLossKind.Titu1994, TvConvention.Titu1994)]
    [InlineData(LossConvention.Cysmith, ContentLossKind.Cysmith1, StyleLossKind.Cysmith, TvConvention.NeuralStylePt)]
    [InlineData(LossConvention.AnhNn01, ContentLossKind.AnhNn01, StyleLossKind.AnhNn01, TvConvention.MeanSquare)]
    [InlineData(LossConvention.Crowsonkb, ContentLossKind.Mse, StyleLossKind.Crowsonkb, TvConvention.Crowsonkb)]
    public void ConventionLosses_EachSystem_HasItsThree(LossConvention convention, ContentLossKind content, StyleLossKind style, TvConvention tv) =>
        Assert.Equal(new ConventionLosses(content, style, tv), ConventionLosses.Of(convention));

    [Theory]
    [InlineData(ContentLossKind.Relative, 0.75, 2.25)]
    [InlineData(ContentLossKind.Gatys, 1.5, 4.5)]
    [InlineData(ContentLossKind.Mse, 1.5, 4.5)]
    // neural-style-tf: brought to a sum of 1, then divided by the number of layers.
    [InlineData(ContentLossKind.Cysmith1, 0.375, 1.125)]
    [InlineData(ContentLossKind.Cysmith2, 0.375, 1.125)]
    [InlineData(ContentLossKind.Cysmith3, 0.375, 1.125)]
    public void Of_SeveralContentLayers_HaveTheLosssShares(ContentLossKind kind, double first, double second) => Assert.Equal(
        [new LayerWeight(Conv1, first), new LayerWeight(Conv2, second)],
        Of(Parameters with
        {
            ContentLoss = kind,
            ContentLayers = LayerSet.Parse("conv1_1", "conv2_1"),
            ContentLayerWeights = LayerWeights.Of([new(Conv1, 0.5), new(Conv2, 1.5)]),
        }).Content);

    [Fact]
    public void Of_JohnsonsWeightsOnGatysLosses_GiveJohnsonsLosses()
    {
        var weights = Of(Parameters with
        {
            WeightsFrom = WeightsMeaning.Johnson,
            ContentLoss = ContentLossKind.Gatys,
            StyleLoss = StyleLossKind.Gatys,
        });

        // 3 d / (C M) as x d / 2; 8 D / (C^4 M^2), unshared, as x D / (4 C^2 M^2). C 64 and 128, M 40 x 30 and 20 x 15.
        Assert.Equal(3 * 2 / (64.0 * 1200), Assert.Single(weights.Content).Weight, 15);
        Assert.Equal(8 * 4 / (64.0 * 64), weights.Style[0].Weight, 15);
        Assert.Equal(8 * 4 / (128.0 * 128), weights.Style[1].Weight, 15);
    }

    [Fact]
    public void Of_Titu1994sWeightsOnAnotherScale_FollowItsImage()
    {
        var parameters = Parameters with { WeightsFrom = WeightsMeaning.Titu1994, ContentLoss = ContentLossKind.Sum, StyleLoss = StyleLossKind.AnhNn01 };

        // 8 / 2 D / (36 S^2) as x D / (4 C^2 M^2), with M = S at the first layer.
        Assert.Equal(4 * 4 * 64.0 * 64 / 36, Of(parameters).Style[0].Weight, 10);
        // A quarter of the sides: at the second layer M / S stays 1/4.
        Assert.Equal(4 * 4 * 128.0 * 128 / 16 / 36, Of(parameters).Style[1].Weight, 10);
        Assert.Equal(4 * 4 * 128.0 * 128 / 16 / 36, Of(parameters, 160, 120).Style[1].Weight, 10);
    }

    [Fact]
    public void Of_LossesThatAreNotComputed_HaveNone()
    {
        Assert.Empty(Of(Parameters with { Mode = TrialMode.Texture }).Content);
        Assert.Empty(Of(Parameters with { Mode = TrialMode.Reconstruction }).Style);
        Assert.Empty(Of(Parameters with { StyleWeight = 0 }).Style);
    }

    [Fact]
    public void RefusalsOf_LossesWithoutACommonDifference_NameEachWithTheReason()
    {
        var parameters = Parameters with
        {
            WeightsFrom = WeightsMeaning.Gatys,
            ContentLoss = ContentLossKind.Relative,
            StyleLoss = StyleLossKind.Crowsonkb,
        };

        var refusals = LossWeights.RefusalsOf(parameters);

        Assert.Collection(
            refusals,
            content => Assert.Contains("content loss relative is divided by its target's own sum of squares", content, StringComparison.Ordinal),
            style => Assert.Contains("a distance of Gaussians", style, StringComparison.Ordinal));
        Assert.Equal(refusals, Assert.Throws<WeightTranslationException>(() => Of(parameters)).Reasons);
    }

    [Fact]
    public void RefusalsOf_ALossThatIsNotComputed_AreNone() => Assert.Empty(LossWeights.RefusalsOf(Parameters with
    {
        Mode = TrialMode.Texture,
        WeightsFrom = WeightsMeaning.Gatys,
        ContentLoss = ContentLossKind.Relative,
        StyleLoss = StyleLossKind.Johnson,
    }));

    [Fact]
    public void RefusalsOf_EveryMeaningInItsOwnLosses_AreNone() => Assert.All(Enum.GetValues<WeightsMeaning>(), meaning =>
    {
        var losses = meaning == WeightsMeaning.Own
            ? ConventionLosses.Of(LossConvention.Crowsonkb)
            : ConventionLosses.Of(Enum.Parse<LossConvention>(meaning.ToString()));
        var parameters = Parameters with { ContentLoss = losses.Content, StyleLoss = losses.Style };

        Assert.Empty(LossWeights.RefusalsOf(parameters with { WeightsFrom = meaning }));
        var (own, named) = (Of(parameters), Of(parameters with { WeightsFrom = meaning }));
        Assert.Equal(own.Content, named.Content);
        Assert.Equal(own.Style, named.Style);
    });

    private static LossWeights Of(TrialParameters parameters, int width = 40, int height = 30) =>
        LossWeights.Of(parameters, layer => LayerExtent.Of(parameters.Network, layer, width, height));
}
