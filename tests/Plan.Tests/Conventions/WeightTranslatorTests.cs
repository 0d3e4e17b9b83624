using FsCheck;
using FsCheck.Fluent;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Conventions.Translation;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Conventions;

public sealed class WeightTranslatorTests
{
    private static readonly GivenWeights Given = new()
    {
        ContentLayers = LayerSet.Parse("relu4_2"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu4_1"),
    };

    // Layers, their weights and the image are drawn from one number each, so that a failure says what it was.
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    // Systems of the same losses translate alike.
    private static readonly WeightSystem[] Systems = [.. WeightSystem.All.DistinctBy(system => system.Losses)];
    private static readonly WeightSystem[] Translatable = [.. Systems.Where(system => !IsApart(system))];

    [Fact]
    public void RefusalsOf_AllPairs_AreThoseWithRelativeOrCrowsonkbOnOneSide()
    {
        foreach (var from in Systems)
        {
            foreach (var to in Systems)
            {
                var refusals = new WeightTranslator(from, to).RefusalsOf(Given with { ContentWeight = 1, StyleWeight = 1 });
                Assert.Equal(from != to && (IsApart(from) || IsApart(to)), refusals.Count > 0);
            }
        }
    }

    [Fact]
    public void Translate_ThereAndBack_GivesTheSameWeights() => Prop.ForAll(Seeds, seed => DrawnPairs(seed).All(pair =>
    {
        var (given, extentOf) = Drawn(new Random(seed));
        var there = new WeightTranslator(pair.From, pair.To).Translate(given, extentOf);
        var back = new WeightTranslator(pair.To, pair.From).Translate(AsGiven(there.Parameters), extentOf);

        return there.Content.Zip(back.Content, (first, last) => Same(first.Given, last.Equivalent)).All(same => same)
            && there.Style.Zip(back.Style, (first, last) => Same(first.Given, last.Equivalent)).All(same => same)
            && back.Content.Count == given.ContentLayers.Count
            && back.Style.Count == given.StyleLayers.Count;
    })).Holds();

    [Fact]
    public void Translate_AnyWeights_KeepsEachLayersLoss() => Prop.ForAll(Seeds, seed => DrawnPairs(seed).All(pair =>
    {
        var (given, extentOf) = Drawn(new Random(seed));
        var (from, to) = (pair.From.Losses, pair.To.Losses);
        var translation = new WeightTranslator(pair.From, pair.To).Translate(given, extentOf);

        // The manifest's lines as the engine reads them, beside the loss that the other system computes.
        var made = LossWeights.Of(Trial(translation.Parameters), extentOf);
        return translation.Content.Zip(made.Content, (layer, own) => Same(
                layer.Given * ContentLossScale.Of(from.Content, extentOf(layer.Layer))!.Value,
                own.Weight * ContentLossScale.Of(to.Content, extentOf(layer.Layer))!.Value)).All(same => same)
            && translation.Style.Zip(made.Style, (layer, own) => Same(
                layer.Given * StyleLossScale.Of(from.Style, extentOf(layer.Layer))!.Value,
                own.Weight * StyleLossScale.Of(to.Style, extentOf(layer.Layer))!.Value)).All(same => same);
    })).Holds();

    [Fact]
    public void Translate_JohnsonToGatys_IsTheKnownFormula()
    {
        var translator = new WeightTranslator(WeightSystem.Find("neural-style-pt")!, WeightSystem.Find("gatys")!);

        var translation = translator.Translate(Given with { StyleWeight = 100 }, Extents(NetworkName.Vgg19, 512, 384));

        // Gatys's w = 1/n times beta, with beta = 4 n sw / C^2: see also leongatys' weights, 1e3 / C^2.
        Assert.False(translator.StyleDependsOnSize);
        Assert.Equal([400 / (64.0 * 64), 400 / (512.0 * 512)], translation.Style.Select(layer => layer.Equivalent));
        Assert.Equal("relu1_1 64, relu4_1 1", Label(translation, ParameterCatalog.StyleLayerWeights));
        Assert.Equal("gatys", Label(translation, ParameterCatalog.Convention));
    }

    [Fact]
    public void Translate_LeongatysToJohnson_NeedsNoLayerWeights()
    {
        var translator = new WeightTranslator(WeightSystem.Find("leongatys")!, WeightSystem.Find("johnson")!);

        var translation = translator.Translate(Given with { StyleWeight = 1 }, Extents(NetworkName.Vgg19, 512, 384));

        Assert.Equal("1e3", Label(translation, ParameterCatalog.StyleWeight));
        Assert.False(translation.Parameters.Has(ParameterCatalog.StyleLayerWeights));
        Assert.False(translation.Parameters.Has(ParameterCatalog.ContentWeight));
    }

    [Theory]
    [InlineData("neural-style-pt", "gatys", true, false)]
    [InlineData("neural-style-pt", "titu1994", true, true)]
    [InlineData("titu1994", "cysmith", true, true)]
    [InlineData("gatys", "cysmith3", false, false)]
    [InlineData("johnson", "leongatys", false, false)]
    [InlineData("titu1994", "titu1994-type2", true, false)]
    [InlineData("relative", "titu1994", false, false)]
    public void DependsOnSize_APair_IsWhetherPositionsOrPixelsRemain(string from, string to, bool content, bool style)
    {
        var translator = new WeightTranslator(WeightSystem.Find(from)!, WeightSystem.Find(to)!);

        Assert.Equal((content, style), (translator.ContentDependsOnSize, translator.StyleDependsOnSize));
    }

    [Theory]
    [InlineData("neural-style-pt", "gordicaleksa", null, "have the same total variation")]
    [InlineData("titu1994", "gordicaleksa", "titu1994", "is not translated")]
    public void Translate_TvWeight_IsNeverTranslated(string from, string to, string? tvConvention, string note)
    {
        var translator = new WeightTranslator(WeightSystem.Find(from)!, WeightSystem.Find(to)!);

        var translation = translator.Translate(Given with { TvWeight = 8.5e-5 }, Extents(NetworkName.Vgg19, 512, 384));

        Assert.Equal("8.5e-5", Label(translation, ParameterCatalog.TvWeight));
        Assert.Equal(tvConvention, Label(translation, ParameterCatalog.TvConvention));
        Assert.Contains(translation.Notes, text => text.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("neural-style", "squared differences")]
    [InlineData("pystiche", "squared differences")]
    [InlineData("pytorch-tutorial", "no total variation")]
    [InlineData("fast-neural-style", "no total variation")]
    public void Translate_TvWeightOfAFormulaThatIsNotOurs_IsRefused(string from, string reason)
    {
        var translator = new WeightTranslator(WeightSystem.Find(from)!, WeightSystem.Find("gatys")!);

        var exception = Assert.Throws<WeightTranslationException>(
            () => translator.Translate(Given with { StyleWeight = 1, TvWeight = 1e-3 }, Extents(NetworkName.Vgg19, 512, 384)));

        Assert.Contains(reason, Assert.Single(exception.Reasons), StringComparison.Ordinal);
        Assert.Empty(translator.RefusalsOf(Given with { StyleWeight = 1, TvWeight = 0 }));
    }

    private static bool IsApart(WeightSystem system) => system.Name is "relative" or "crowsonkb";

    // Each system once on the left, with another one each time on the right: 100 draws see nearly every pair about nine times.
    private static IEnumerable<(WeightSystem From, WeightSystem To)> DrawnPairs(int seed) =>
        Translatable.Select((from, index) => (from, Translatable[(index + (seed % Translatable.Length)) % Translatable.Length]));

    private static (GivenWeights Given, Func<LayerName, LayerExtent> ExtentOf) Drawn(Random random)
    {
        LayerSet Layers() => LayerSetParameter.SetOf(random.GetItems(VggTopology.Layers.ToArray(), random.Next(1, 7)).Distinct());
        double Weight() => Math.Pow(10, random.Next(-6, 7)) * (0.1 + random.NextDouble());
        LayerWeights Some(LayerSet layers) =>
            LayerWeights.Of(layers.Where(_ => random.Next(2) == 0).Select(layer => new LayerWeight(layer, random.Next(5) == 0 ? 0 : Weight())));

        var (content, style) = (Layers(), Layers());
        var given = new GivenWeights
        {
            ContentWeight = Weight(),
            StyleWeight = Weight(),
            ContentLayers = content,
            StyleLayers = style,
            ContentLayerWeights = Some(content),
            StyleLayerWeights = Some(style),
        };
        return (given, Extents(random.Next(2) == 0 ? NetworkName.Vgg19 : NetworkName.Vgg19Mini, random.Next(32, 2000), random.Next(32, 2000)));
    }

    private static GivenWeights AsGiven(ParameterSet set) => new()
    {
        ContentWeight = (double)Value(set, ParameterCatalog.ContentWeight)!,
        StyleWeight = (double)Value(set, ParameterCatalog.StyleWeight)!,
        ContentLayers = (LayerSet)Value(set, ParameterCatalog.ContentLayers)!,
        StyleLayers = (LayerSet)Value(set, ParameterCatalog.StyleLayers)!,
        ContentLayerWeights = (LayerWeights?)Value(set, ParameterCatalog.ContentLayerWeights) ?? LayerWeights.None,
        StyleLayerWeights = (LayerWeights?)Value(set, ParameterCatalog.StyleLayerWeights) ?? LayerWeights.None,
    };

    private static TrialParameters Trial(ParameterSet changes) =>
        ParameterResolver.Resolve(PresetCatalog.Find("default")!.Parameters.With(changes), NetworkName.Vgg19);

    private static string? Label(WeightTranslation translation, ParameterDefinition definition) =>
        Value(translation.Parameters, definition) is { } value ? definition.Label(value) : null;

    private static object? Value(ParameterSet set, ParameterDefinition definition) => set.TryGet(definition, out var value) ? value : null;

    private static Func<LayerName, LayerExtent> Extents(NetworkName network, int width, int height) =>
        layer => LayerExtent.Of(network, layer, width, height);

    // 12 digits: what the manifest's lines keep, there and back, of sums of a few numbers.
    private static bool Same(double one, double other) => Math.Abs(one - other) <= 1e-11 * Math.Max(Math.Abs(one), Math.Abs(other));
}
