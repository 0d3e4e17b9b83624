using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Tests.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Trials;

public sealed class TrialIdTests
{
    private static readonly ImageReference Content = new("a.jpg", new string('a', 64));
    private static readonly ImageReference Style = new("b.jpg", new string('b', 64));
    private static readonly WeightsReference Weights = new(NetworkName.Vgg19, new string('c', 64));

    private static readonly TrialParameters Fixed = new()
    {
        Network = NetworkName.Vgg19,
        ImageSize = 256,
        Iterations = 200,
        ContentLayers = LayerSet.Parse("relu4_2"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"),
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
    };

    /// <summary>
    /// When this fails, every finished trial of every store would be computed again. If that is meant, because the arithmetic
    /// changed, raise <see cref="NumericVersion"/> and put the new id here.
    /// </summary>
    [Fact]
    public void Of_FixedSetting_IsTheIdThatStoresHold() =>
        Assert.Equal("ac465ac775ba99ff", TrialId.Of(Fixed, Content, Style, Weights));

    [Fact]
    public void Of_EachParameterChanged_IsAnotherId()
    {
        var ids = new HashSet<string> { TrialId.Of(Fixed, Content, Style, Weights) };

        foreach (var definition in ParameterCatalog.All)
            Assert.True(ids.Add(IdWith(definition, OtherValues.Of(definition))), $"{definition} is not part of the id");
        Assert.True(ids.Add(TrialId.Of(Fixed, Style, Style, Weights)));
        Assert.True(ids.Add(TrialId.Of(Fixed, Content, Content, Weights)));
        Assert.True(ids.Add(TrialId.Of(Fixed, Content, Style, Weights with { Sha256 = new string('d', 64) })));
    }

    [Fact]
    public void Of_NeutralValues_AreNotPartOfTheId()
    {
        var neutral = ParameterCatalog.All.Where(definition => NeutralValues.Of(definition) is not null).ToList();

        Assert.Equal(31, neutral.Count);
        Assert.All(neutral, definition => Assert.Equal("ac465ac775ba99ff", IdWith(definition, NeutralValues.Of(definition)!)));
    }

    [Theory]
    [InlineData(LossConvention.Gatys, ContentLossKind.Gatys, StyleLossKind.Gatys, true)]
    [InlineData(LossConvention.Gatys, ContentLossKind.Mse, StyleLossKind.Gatys, false)]
    [InlineData(LossConvention.Gatys, ContentLossKind.Gatys, StyleLossKind.Johnson, false)]
    public void Of_LossesOfTheConvention_AreNotPartOfTheId(
        LossConvention convention, ContentLossKind content, StyleLossKind style, bool same)
    {
        var open = ParameterSet.Of(Fixed);
        var followed = ParameterResolver.Resolve(
            open.Defined.Where(definition => definition != ParameterCatalog.ContentLoss && definition != ParameterCatalog.StyleLoss)
                .Aggregate(ParameterSet.Empty, (set, definition) => open.TryGet(definition, out var value) ? set.With(definition, value) : set)
                .With(ParameterCatalog.Convention, convention),
            NetworkName.Vgg19);

        var stated = Fixed with { Convention = convention, ContentLoss = content, StyleLoss = style };

        Assert.Equal(same, TrialId.Of(stated, Content, Style, Weights) == TrialId.Of(followed, Content, Style, Weights));
    }

    [Fact]
    public void Of_Blend_DependsOnTheBytesAndOrderOfItsStyles()
    {
        var blended = Fixed with { Blend = new BlendWeights([0.5, 0.5]) };
        var other = new ImageReference("d.jpg", new string('d', 64));

        string[] ids =
        [
            TrialId.Of(blended, Content, [Style, other], [], Weights),
            TrialId.Of(blended, Content, [other, Style], [], Weights),
            TrialId.Of(blended, Content, [Style, other with { Sha256 = new string('e', 64) }], [], Weights),
        ];

        Assert.Distinct(ids);
        Assert.Equal(ids[0], TrialId.Of(blended, Content, [Style with { Name = "x" }, other with { Name = "y" }], [], Weights));
    }

    [Fact]
    public void Of_NamedImages_CountByTheirBytesInTheirPlace()
    {
        var masked = Fixed with { StyleMasks = new ImageNames(["one.png", "two.png"]) };
        ImageReference one = new("one.png", new string('1', 64)), two = new("two.png", new string('2', 64));
        var id = TrialId.Of(masked, Content, [Style], [one, two], Weights);

        Assert.Equal(id, TrialId.Of(masked, Content, [Style], [two, one], Weights));
        Assert.Equal(
            id, TrialId.Of(Fixed with { StyleMasks = new ImageNames(["a", "b"]) }, Content, [Style], [one with { Name = "a" }, two with { Name = "b" }], Weights));
        Assert.NotEqual(id, TrialId.Of(masked, Content, [Style], [one, two with { Sha256 = one.Sha256 }], Weights));
        Assert.Contains(
            "image 'two.png' has no hash",
            Assert.Throws<ArgumentException>(() => TrialId.Of(masked, Content, [Style], [one], Weights)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OtherImageNames_IsTheSameId() =>
        Assert.Equal(
            TrialId.Of(Fixed, Content, Style, Weights),
            TrialId.Of(Fixed, Content with { Name = "renamed.png" }, Style with { Name = "too.png" }, Weights));

    private static string IdWith(ParameterDefinition definition, object value)
    {
        IReadOnlyList<ImageReference> images = [.. OtherValues.Images.Select(name => new ImageReference(name, Sample.Hash(name)))];
        return TrialId.Of(definition.WithValue(Fixed, value), Content, [Style], images, Weights);
    }
}
