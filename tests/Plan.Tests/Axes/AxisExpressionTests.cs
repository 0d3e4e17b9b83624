using FsCheck.Fluent;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Axes;

public sealed class AxisExpressionTests
{
    [Theory]
    [InlineData("1e2..1e6 log 5", new[] { 100, 1e3, 1e4, 1e5, 1e6 })]
    [InlineData("1e6..1e2 log 5", new[] { 1e6, 1e5, 1e4, 1e3, 100 })]
    [InlineData("1e-3..1e3 log 3", new[] { 1e-3, 1, 1e3 })]
    [InlineData("1..100 log 5", new[] { 1, 3.162, 10, 31.62, 100 })]
    [InlineData("100..1e4 log 4", new[] { 100, 464, 2154, 1e4 })]
    [InlineData("0..1 count 4", new[] { 0, 0.3333, 0.6667, 1 })]
    [InlineData("10000..10001 count 4", new[] { 10000, 10000.3333, 10000.6667, 10001 })]
    [InlineData("0..1 step 0.1", new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1 })]
    [InlineData("0..1 step 0.3", new[] { 0, 0.3, 0.6, 0.9 })]
    [InlineData("1..0 step -0.25", new[] { 1, 0.75, 0.5, 0.25, 0 })]
    [InlineData("0..1 count 5", new[] { 0, 0.25, 0.5, 0.75, 1 })]
    [InlineData("1 .. 2 count 2", new double[] { 1, 2 })]
    [InlineData("1, 2, ..., 5", new double[] { 1, 2, 3, 4, 5 })]
    [InlineData("7.0, 7.1, ..., 7.4", new[] { 7, 7.1, 7.2, 7.3, 7.4 })]
    [InlineData("1, 2, ..., 4, 10, 20, ..., 40", new double[] { 1, 2, 3, 4, 10, 20, 30, 40 })]
    [InlineData("5, 4, ..., 1", new double[] { 5, 4, 3, 2, 1 })]
    [InlineData("1, 2, ..., 3", new double[] { 1, 2, 3 })]
    [InlineData("3, 0.05, 1e4", new[] { 3, 0.05, 1e4 })]
    [InlineData("0, 1e2..1e4 log 3", new double[] { 0, 100, 1e3, 1e4 })]
    [InlineData("5..5 step 1", new double[] { 5 })]
    [InlineData("1, 10, 100, ..., 1e6", new[] { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 })]
    [InlineData("1, 2, 4, ..., 64", new double[] { 1, 2, 4, 8, 16, 32, 64 })]
    [InlineData("1e3, 100, 10, ..., 1e-2", new[] { 1e3, 100, 10, 1, 0.1, 0.01 })]
    [InlineData("0.3, 3, 30, ..., 3e4", new[] { 0.3, 3, 30, 300, 3e3, 3e4 })]
    [InlineData("1, 2, 4, ..., 10", new double[] { 1, 2, 4, 6, 8, 10 })]
    [InlineData("1, 2, ..., 4, 8, 16, ..., 32", new double[] { 1, 2, 3, 4, 8, 16, 24, 32 })]
    [InlineData("3, 3.5, 4, ..., 6", new[] { 3, 3.5, 4, 4.5, 5, 5.5, 6 })]
    [InlineData("1, 2, .., 5", new double[] { 1, 2, 3, 4, 5 })]
    [InlineData("1, 2, \u2026, 5", new double[] { 1, 2, 3, 4, 5 })]
    [InlineData("1-5", new double[] { 1, 2, 3, 4, 5 })]
    [InlineData("5-1", new double[] { 5, 4, 3, 2, 1 })]
    [InlineData("1-5 (+2)", new double[] { 1, 3, 5 })]
    [InlineData("1 - 5 ( +2 )", new double[] { 1, 3, 5 })]
    [InlineData("1-5 (2)", new double[] { 1, 3, 5 })]
    [InlineData("10-5 (-3)", new double[] { 10, 7 })]
    [InlineData("1-10 [5]", new[] { 1, 3.25, 5.5, 7.75, 10 })]
    [InlineData("0.0-1.0 [6]", new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData("0-1 (+0.3)", new[] { 0, 0.3, 0.6, 0.9 })]
    [InlineData("0.5-1.5 (+0.25)", new[] { 0.5, 0.75, 1, 1.25, 1.5 })]
    [InlineData("1e-3", new[] { 1e-3 })]
    [InlineData("1e-3-1e-1 [2]", new[] { 1e-3, 0.1 })]
    [InlineData("1e-3 - 3e-3 (+1e-3)", new[] { 1e-3, 2e-3, 3e-3 })]
    [InlineData("1-3, 10, 20-40 [3]", new double[] { 1, 2, 3, 10, 20, 30, 40 })]
    public void Parse_Numbers_AreExactlyThose(string text, double[] expected) =>
        Assert.Equal(expected, Values(ParameterCatalog.StyleWeight, text).Cast<double>());

    [Theory]
    [InlineData("64..512 log 4", new long[] { 64, 128, 256, 512 })]
    [InlineData("100..1000 log 4", new long[] { 100, 215, 464, 1000 })]
    [InlineData("100..400 step 1e2", new long[] { 100, 200, 300, 400 })]
    [InlineData("100-110 [5]", new long[] { 100, 102, 105, 108, 110 })]
    [InlineData("64, 128, 256, ..., 2048", new long[] { 64, 128, 256, 512, 1024, 2048 })]
    [InlineData("200-205 (+2)", new long[] { 200, 202, 204 })]
    public void Parse_WholeNumbers_AreWhole(string text, long[] expected) =>
        Assert.Equal(expected, Values(ParameterCatalog.ImageSize, text).Cast<long>());

    [Theory]
    [InlineData("content, noise", new[] { InitMode.Content, InitMode.Noise })]
    [InlineData("gray", new[] { InitMode.Gray })]
    public void Parse_Choices_AreThose(string text, InitMode[] expected) =>
        Assert.Equal(expected, Values(ParameterCatalog.Init, text).Cast<InitMode>());

    [Theory]
    [InlineData("prefixes(relu1_1, relu2_1, relu3_1)", "relu1_1 | relu1_1, relu2_1 | relu1_1..relu3_1")]
    [InlineData("prefixes(relu1_1..relu3_1)", "relu1_1 | relu1_1, relu2_1 | relu1_1..relu3_1")]
    [InlineData("suffixes(relu1_1, relu2_1, relu3_1)", "relu3_1 | relu2_1, relu3_1 | relu1_1..relu3_1")]
    [InlineData("leaveOneOut(relu1_1, relu2_1, relu3_1)", "relu2_1, relu3_1 | relu1_1, relu3_1 | relu1_1, relu2_1")]
    [InlineData("subsets(2; relu1_1, relu2_1, relu3_1)", "relu1_1, relu2_1 | relu1_1, relu3_1 | relu2_1, relu3_1")]
    [InlineData("subsets(1;relu1_1,relu2_1)", "relu1_1 | relu2_1")]
    [InlineData("relu4_2, conv4_2", "relu4_2 | conv4_2")]
    [InlineData("relu1_1..relu5_1, relu4_2", "relu1_1..relu5_1 | relu4_2")]
    [InlineData("prefixes(relu1_1, relu2_1), relu5_1", "relu1_1 | relu1_1, relu2_1 | relu5_1")]
    [InlineData("prefixes(relu5_1, relu1_1)", "relu5_1 | relu1_1, relu5_1")]
    public void Parse_LayerSets_AreThose(string text, string expected) => Assert.Equal(
        expected, string.Join(" | ", Values(ParameterCatalog.StyleLayers, text).Select(ParameterCatalog.StyleLayers.Label)));

    [Theory]
    [InlineData("1e2..1e6 lag 5", 9, "'lag' is no way to cut a range; allowed: a..b step s, a..b count n or a..b log n")]
    [InlineData("1e2..1e6", 0, "is not a range")]
    [InlineData("1e2..1e6 log", 0, "is not a range")]
    [InlineData("1e2..1e6 log 5 6", 0, "is not a range")]
    [InlineData("1..2..3 log 5", 0, "is not a range")]
    [InlineData("1...3 step 1", 0, "is not a range")]
    [InlineData("1e2..x log 5", 5, "'x' is not a number")]
    [InlineData("1e2..1e6 log five", 13, "'five' is not a number")]
    [InlineData("0..1e6 log 5", 0, "log spacing needs both ends above 0")]
    [InlineData("1..-1 log 5", 3, "log spacing needs both ends above 0")]
    [InlineData("1..10 log 1", 10, "1 is no number of values; allowed: whole numbers 2 to 10000")]
    [InlineData("1..10 count 2.5", 12, "2.5 is no number of values")]
    [InlineData("1..10 count 20000", 0, "asks for 2e4 values; at most 10000 are allowed")]
    [InlineData("1..1e12 step 1", 0, "asks for 1e12 values; at most 10000 are allowed")]
    [InlineData("0..1e300 step 1e-300", 0, "at most 10000 are allowed")]
    [InlineData("1..10 step -1", 11, "step -1 doesn't lead from 1 to 10; allowed: a positive one")]
    [InlineData("10..1 step 1", 11, "allowed: a negative one, e.g. 10..0 step -2")]
    [InlineData("1..10 step 0", 11, "step 0 doesn't lead from 1 to 10")]
    [InlineData("..., 3", 0, "'...' needs two numbers before it and one after it")]
    [InlineData("1, 2, ...", 6, "'...' needs two numbers before it and one after it")]
    [InlineData("1, ..., 3", 3, "'...' needs two numbers before it and one after it")]
    [InlineData("1, 3, ..., 10", 11, "10 is not reached from 1 in steps of 2")]
    [InlineData("1, 2, ..., 1e12", 6, "at most 10000 are allowed")]
    [InlineData("3, 2, ..., 10", 11, "10 is not reached from 3 in steps of -1")]
    [InlineData("1, -1", 3, "-1 is out of range")]
    [InlineData("1, two, 3", 3, "'two' is not a number")]
    [InlineData("1,, 3", 2, "a number is missing")]
    [InlineData("1, 2, 1.0", 6, "1 is there twice")]
    [InlineData("1..3 step 1, 2", 13, "2 is there twice")]
    [InlineData("0.1-0.5", 0, "0.1 to 0.5 in steps of 1 is 0.1 alone; give a step or a number of values, e.g. 0-1 (+0.1) or 0-1 [5]")]
    [InlineData("1-5 (-1)", 5, "step -1 doesn't lead from 1 to 5; allowed: a positive one")]
    [InlineData("1-5 [1]", 5, "1 is no number of values; allowed: whole numbers 2 to 10000")]
    [InlineData("1-5 [2.5]", 5, "2.5 is no number of values")]
    [InlineData("1-1e9", 0, "asks for 1e9 values; at most 10000 are allowed")]
    [InlineData("1-5 +2", 0, "'1-5 +2' is not a number")]
    [InlineData("1-1e999", 2, "'1e999' is not a number")]
    [InlineData("1, 10, 100, ..., 500", 17, "500 is not reached from 10 in steps of 90")]
    public void Parse_BadNumbers_PointsAtThePlace(string text, int offset, string message) =>
        AssertProblem(ParameterCatalog.StyleWeight, text, offset, message);

    [Theory]
    [InlineData("0..4096 step 0.5", "at most 10000|out of range|not a whole number")]
    [InlineData("32..33 step 0.5", "'32.5' is not a whole number")]
    [InlineData("32..34 count 5", "32 is there twice")]
    public void Parse_BadWholeNumbers_SaysWhy(string text, string pattern)
    {
        var problems = new List<ValueProblem>();

        Assert.Null(AxisExpression.Parse(ParameterCatalog.ImageSize, text, problems));
        Assert.Matches(pattern, problems[0].Message);
    }

    [Theory]
    [InlineData("prefix(relu1_1)", 0, "'prefix' is no family of layer sets (did you mean 'prefixes'?); allowed: prefixes, suffixes, leaveOneOut, subsets")]
    [InlineData("prefixes(relu1_1", 16, "')' is missing after 'prefixes('")]
    [InlineData("prefixes(relu1_1, relu6_1)", 18, "layer 'relu6_1' is not in VGG-19")]
    [InlineData("prefixes()", 9, "a layer name is missing")]
    [InlineData("prefixes(relu1_1, relu1_1)", 18, "'relu1_1' is there twice")]
    [InlineData("leaveOneOut(relu1_1)", 0, "leaveOneOut needs two layers or more")]
    [InlineData("subsets(relu1_1, relu2_1)", 8, "subsets needs the number of layers first")]
    [InlineData("subsets(3; relu1_1, relu2_1)", 0, "subsets of 3 layers can't be taken from 2; allowed: 1 to 2")]
    [InlineData("subsets(0; relu1_1, relu2_1)", 0, "allowed: 1 to 2")]
    [InlineData("subsets(x; relu1_1, relu2_1)", 8, "subsets needs the number of layers first")]
    [InlineData("relu1_1, relu1_1", 9, "relu1_1 is there twice")]
    [InlineData("subsets(8; conv1_1, conv1_2, conv2_1, conv2_2, conv3_1..conv3_4, conv4_1..conv4_4, conv5_1..conv5_4)", 0, "asks for 12870 values")]
    public void Parse_BadLayerSets_PointsAtThePlace(string text, int offset, string message) =>
        AssertProblem(ParameterCatalog.StyleLayers, text, offset, message);

    [Fact]
    public void Parse_SeveralBadTerms_ReportsEach()
    {
        var problems = new List<ValueProblem>();

        Assert.Null(AxisExpression.Parse(ParameterCatalog.StyleWeight, "1, two, 3..4, -5", problems));
        Assert.Equal([3, 8, 14], problems.Select(problem => problem.Offset));
    }

    [Fact]
    public void Parse_AnyLogRange_HasItsCountItsEndsAndEqualRatios() => Prop.ForAll(
        Gen.Choose(-12, 12).ToArbitrary(), Gen.Choose(-12, 12).ToArbitrary(), Gen.Choose(2, 30).ToArbitrary(), (from, to, count) =>
        {
            if (from == to)
                return true;

            var values = Values(ParameterCatalog.StyleWeight, $"1e{from}..1e{to} log {count}").Cast<double>().ToList();
            var ratio = Math.Pow(10, (to - from) / (count - 1.0));
            return values.Count == count
                && values[0] == Power(from) && values[^1] == Power(to)
                && values.Zip(values.Skip(1)).All(pair => Math.Abs((pair.Second / pair.First / ratio) - 1) < 1e-3)
                && values.All(value => NumberText.Format(value).Length <= 12);
        }).Holds();

    [Fact]
    public void Parse_AnyDecimalStep_GivesTheDecimalsThatOneWouldWrite() => Prop.ForAll(
        Gen.Choose(0, 500).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (start, step, steps) =>
        {
            decimal first = start / 100m, by = step / 100m, last = first + (by * steps);
            var values = Values(ParameterCatalog.StyleWeight, FormattableString.Invariant($"{first}..{last} step {by}")).Cast<double>();
            return values.SequenceEqual(Enumerable.Range(0, steps + 1).Select(index => (double)(first + (by * index))));
        }).Holds();

    [Fact]
    public void Parse_AnyPrefixes_GrowByOneLayerEach() => Prop.ForAll<ulong>(bits =>
    {
        var layers = VggTopology.Layers.Where((_, depth) => (bits & (1UL << depth)) != 0).ToList();
        if (layers.Count == 0)
            return true;

        var sets = Values(ParameterCatalog.StyleLayers, $"prefixes({string.Join(", ", layers)})").Cast<LayerSet>().ToList();
        return sets.Count == layers.Count && sets.Select((set, index) => set.SequenceEqual(layers.Take(index + 1))).All(grown => grown);
    }).Holds();

    [Fact]
    public void Parse_AnyText_NeverThrows() => Prop.ForAll<string?>(text =>
    {
        foreach (var definition in ParameterCatalog.All)
        {
            var problems = new List<ValueProblem>();
            if ((AxisExpression.Parse(definition, text ?? string.Empty, problems) is null) == (problems.Count == 0))
                return false;
        }

        return true;
    }).Holds();

    /// <summary>What A1111's X/Y/Z plot reads as a range, ours reads too, and never passes its end.</summary>
    [Fact]
    public void Parse_AnyHyphenRange_StaysWithinItsEnds() => Prop.ForAll(
        Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(1, 90).ToArbitrary(), (from, to, step) =>
        {
            if (from == to)
                return true;

            var (first, last) = (from / 10m, to / 10m);
            var by = (to < from ? -step : step) / 10m;
            var stepped = Values(ParameterCatalog.StyleWeight, FormattableString.Invariant($"{first}-{last} ({by})")).Cast<double>().ToList();
            var counted = Values(ParameterCatalog.StyleWeight, FormattableString.Invariant($"{first}-{last} [{step + 1}]")).Cast<double>().ToList();
            return stepped[0] == (double)first && stepped.All(value => value <= (double)Math.Max(first, last) && value >= (double)Math.Min(first, last))
                && stepped.Count == (int)Math.Floor((last - first) / by) + 1
                && counted.Count == step + 1 && counted[0] == (double)first && counted[^1] == (double)last;
        }).Holds();

    /// <summary>The values of an axis, written as its labels, are the axis.</summary>
    [Theory]
    [InlineData("styleWeight", "0, 1e-5-1e-3 [4], 1..100 log 5, random 5 from 200..1e6 log")]
    [InlineData("imageSize", "64, 128, 256, ..., 2048")]
    [InlineData("init", "content, noise-neural-style, gray")]
    [InlineData("seed", "random 7 from 1..1e12")]
    public void Label_ValuesOfAnAxis_ReadBackAsTheAxis(string name, string text)
    {
        var definition = ParameterCatalog.Find(name)!;
        var values = Values(definition, text);

        Assert.Equal(values, Values(definition, string.Join(", ", values.Select(definition.Label))));
    }

    [Fact]
    public void Label_AnyNumbers_ReadBackAsTheAxis() => Prop.ForAll<double[]>(numbers =>
    {
        List<object> values = [.. numbers.Select(Math.Abs).Where(number => number <= 1e30).Distinct().Cast<object>()];
        return values.Count == 0
            || values.SequenceEqual(Values(ParameterCatalog.StyleWeight, string.Join(", ", values.Select(ParameterCatalog.StyleWeight.Label))));
    }).Holds();

    private static double Power(int exponent)
    {
        Assert.True(NumberText.TryParse(FormattableString.Invariant($"1e{exponent}"), out var value));
        return value;
    }

    private static IReadOnlyList<object> Values(ParameterDefinition definition, string text)
    {
        var problems = new List<ValueProblem>();
        var values = AxisExpression.Parse(definition, text, problems);
        Assert.Empty(problems);
        return values!;
    }

    private static void AssertProblem(ParameterDefinition definition, string text, int offset, string message)
    {
        var problems = new List<ValueProblem>();

        Assert.Null(AxisExpression.Parse(definition, text, problems));
        Assert.Contains(message, Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Equal(offset, problems[0].Offset);
    }
}
