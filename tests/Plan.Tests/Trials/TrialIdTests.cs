using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
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
        Assert.Equal("3f85f49cdad20a6d", TrialId.Of(Fixed, Content, Style, Weights));

    [Fact]
    public void Of_EachParameterChanged_IsAnotherId()
    {
        var ids = new HashSet<string> { TrialId.Of(Fixed, Content, Style, Weights) };

        foreach (var definition in ParameterCatalog.All)
            Assert.True(ids.Add(TrialId.Of(Another(definition), Content, Style, Weights)), $"{definition} is not part of the id");
        Assert.True(ids.Add(TrialId.Of(Fixed, Style, Style, Weights)));
        Assert.True(ids.Add(TrialId.Of(Fixed, Content, Content, Weights)));
        Assert.True(ids.Add(TrialId.Of(Fixed, Content, Style, Weights with { Sha256 = new string('d', 64) })));
    }

    [Fact]
    public void Of_OtherImageNames_IsTheSameId() =>
        Assert.Equal(
            TrialId.Of(Fixed, Content, Style, Weights),
            TrialId.Of(Fixed, Content with { Name = "renamed.png" }, Style with { Name = "too.png" }, Weights));

    private static TrialParameters Another(ParameterDefinition definition)
    {
        string[] candidates = ["64", "relu3_3", .. AllNames()];
        var other = candidates.Select(text => definition.Parse(text, []))
            .First(value => value is not null && !value.Equals(definition.ValueOf(Fixed)));
        return definition.WithValue(Fixed, other!);
    }

    private static IEnumerable<string> AllNames() =>
    [
        .. EnumNames.All<NetworkName>(), .. EnumNames.All<LossConvention>(), .. EnumNames.All<TvConvention>(), .. EnumNames.All<PoolingMode>(),
        .. EnumNames.All<InitMode>(), .. EnumNames.All<OptimizerKind>(), .. EnumNames.All<LineSearchKind>(), .. EnumNames.All<ClampMode>(),
    ];
}
