using FsCheck;
using FsCheck.Fluent;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Schedules;

namespace NeuralStyle.Plan.Tests.Parameters;

/// <summary>What is printed reads back as the same, for values of every kind.</summary>
public sealed class TextGrammarTests
{
    private static readonly double[] Numbers = [0, 1, 0.1, 1e-30, 1e30, 0.30000000000000004, 1.0 / 3, 12345.678, 1e5, 2.5e-7];

    private static Gen<double> Number { get; } = Gen.Elements(Numbers);

    public static Gen<Schedule> Schedules { get; } =
        from shape in Gen.Elements(Enum.GetValues<ScheduleShape>())
        from percent in Gen.Elements(true, false)
        from places in Gen.Choose(1, 100).NonEmptyListOf()
        from factors in Number.ListOf(places.Count)
        select new Schedule(
            shape,
            places.Distinct().Order().Take(64).Zip(factors, (at, factor) => new ScheduleKnot(
                percent ? at / 1.0 : at, percent, shape == ScheduleShape.Log ? factor + 1e-9 : factor)));

    [Fact]
    public void Schedule_Any_ReadsBack() => Prop.ForAll(Schedules.ToArbitrary(), schedule => ReadsBack(schedule, ScheduleText.Parse)).Holds();

    [Fact]
    public void ScaleLadder_Any_ReadsBack() => Prop.ForAll(
        Gen.Choose(32, 4096).NonEmptyListOf().ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), (sizes, iterations) =>
            ReadsBack(new ScaleLadder(sizes.Distinct().Order().Take(32).Select(size => new Scale(size, iterations))), ScaleLadderText.Parse)).Holds();

    [Fact]
    public void LayerWeights_Any_ReadsBack() => Prop.ForAll(
        Gen.Elements(VggTopology.Layers.ToArray()).NonEmptyListOf().ToArbitrary(), Number.ToArbitrary(), (layers, weight) =>
            ReadsBack(LayerWeights.Of(layers.Distinct().Select(layer => new LayerWeight(layer, weight))), LayerWeightsText.Parse)).Holds();

    [Fact]
    public void BlendWeights_Any_ReadsBack() => Prop.ForAll(Number.ListOf().ToArbitrary(), weights =>
        weights.Count is < 2 or > 16 || weights.All(weight => weight == 0) || ReadsBack(new BlendWeights(weights), BlendWeightsText.Parse)).Holds();

    [Fact]
    public void ImageNames_Any_ReadBack() => Prop.ForAll(
        Gen.Elements("a.png", "art/two words.jpg", "été.png", "1e3", "x:y.tif", "none.png").NonEmptyListOf().ToArbitrary(), names =>
            ReadsBack(new ImageNames(names.Take(16)), ImageNamesText.Parse)).Holds();

    [Fact]
    public void TextureSize_Any_ReadsBack() => Prop.ForAll(
        Gen.Choose(32, 4096).ToArbitrary(), Gen.Choose(32, 4096).ToArbitrary(), (width, height) =>
            ReadsBack(new TextureSize(width, height), TextureSizeText.Parse)).Holds();

    [Fact]
    public void NeutralValues_OfTexts_ReadBack() => Assert.All(
        ParameterCatalog.All.OfType<TextParameter>(), parameter =>
        {
            var neutral = NeutralValues.Of(parameter)!;
            Assert.Equal(neutral, parameter.Parse(parameter.Label(neutral), []));
        });

    private static bool ReadsBack<T>(T value, Func<string, ICollection<ValueProblem>, T?> parse)
        where T : class
    {
        var problems = new List<ValueProblem>();
        return value.Equals(parse(value.ToString()!, problems)) && problems.Count == 0;
    }
}
