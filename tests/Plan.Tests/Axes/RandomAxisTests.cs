using System.Globalization;
using FsCheck.Fluent;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Axes;

public sealed class RandomAxisTests
{
    /// <summary>Known values, computed by another program too: a draw is the same on every machine and in every version, or old sweeps would be others.</summary>
    [Theory]
    [InlineData("styleWeight", "random 4 from 1..1e4 log", "3.013 | 126.6 | 1434 | 6926")]
    [InlineData("styleWeight", "random 4 from 1..1e4 log seed 7", "1.758 | 3.318 | 5.61 | 1012")]
    [InlineData("styleWeight", "random 4 from 0..1", "0.12 | 0.526 | 0.789 | 0.96")]
    [InlineData("contentWeight", "random 4 from 0..1", "0.024 | 0.334 | 0.379 | 0.772")]
    [InlineData("imageSize", "random 4 from 64..512", "211 | 385 | 433 | 458")]
    [InlineData("imageSize", "random 4 from 64..4096 log", "251 | 1252 | 1961 | 2471")]
    [InlineData("init", "random 2 of content, noise, gray", "noise | gray")]
    [InlineData("styleLayers", "random 2 of prefixes(relu1_1..relu5_1)", "relu1_1, relu2_1 | relu1_1..relu5_1")]
    [InlineData("styleWeight", "random 2 of 1, 2, ..., 10", "6 | 8")]
    public void Parse_Draw_HasKnownValues(string name, string text, string expected) => Assert.Equal(expected, Labels(name, text));

    [Fact]
    public void Parse_LongerDraw_HasTheValuesOfTheShorter()
    {
        var shorter = Values("styleWeight", "random 20 from 1..1e4 log");

        Assert.Empty(shorter.Except(Values("styleWeight", "random 50 from 1..1e4 log")));
        Assert.Equal(shorter.Order(), shorter);
    }

    [Fact]
    public void Parse_AnyDraw_LiesWithinItsEndsAndIsReadable() => Prop.ForAll(
        Gen.Choose(0, 1000).ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (from, width, seed) =>
        {
            var (low, high) = (from + 1, from + 1 + width);
            foreach (var scale in (string[])["", " log", " uniform"])
            {
                var values = Values("styleWeight", FormattableString.Invariant($"random 10 from {low}..{high}{scale} seed {seed}")).Cast<double>().ToList();
                if (values.Distinct().Count() != 10 || values.Any(value => value < low || value > high || NumberText.Format(value).Length > 7))
                    return false;
            }

            return true;
        }).Holds();

    /// <summary>A two-thousandth of 920 is almost half of one: rounded to that, there would be only nine values from 920 to 924.</summary>
    [Fact]
    public void Parse_LogDrawFromANarrowRange_HasAsManyDifferentValuesAsAsked()
    {
        var values = Values("styleWeight", "random 1000 from 920..924 log seed 1635").Cast<double>().ToList();

        Assert.Equal(1000, values.Distinct().Count());
        Assert.All(values, value => Assert.InRange(value, 920, 924));
    }

    [Theory]
    [InlineData("styleWeight", "random 2000 from 1..1e4 log", 0.25, 10)]
    [InlineData("styleWeight", "random 2000 from 1..1e4 log", 0.5, 100)]
    [InlineData("styleWeight", "random 900 from 0..1", 0.5, 0.5)]
    [InlineData("seed", "random 2000 from 0..1e9", 0.25, 2.5e8)]
    [InlineData("seed", "random 2000 from 1e3..1e9 log", 0.5, 1e6)]
    public void Parse_ManyDraws_AreSpreadAsAsked(string name, string text, double share, double quantile)
    {
        var values = Values(name, text).Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToList();

        Assert.InRange(values.Count(value => value <= quantile) / (double)values.Count, share - 0.06, share + 0.06);
    }

    [Fact]
    public void Parse_AllOfASmallRange_IsEachOnce() =>
        Assert.Equal(Enumerable.Range(100, 100).Select(size => (object)(long)size), Values("imageSize", "random 100 from 100..199").Order());

    [Fact]
    public void Parse_DrawBesideValues_HasBoth() => Assert.Equal(["0", "1"], Labels("styleWeight", "0, 1, random 3 from 5..9").Split(" | ").Take(2));

    [Theory]
    [InlineData("styleWeight", "random 20", 0, "'random 20' is no way to draw values; allowed: random n from a..b, random n from a..b log, random n of a, b, c; each may end in seed s")]
    [InlineData("styleWeight", "random x from 1..2", 7, "'x' is no number of values to draw; allowed: whole numbers 1 to 10000")]
    [InlineData("styleWeight", "random 0 from 1..2", 7, "'0' is no number of values to draw")]
    [InlineData("styleWeight", "random 3 from 1..2 seed -1", 24, "'-1' is no seed of a draw; allowed: whole numbers 0 to 9007199254740991")]
    [InlineData("styleWeight", "random 3 from 2..1", 17, "1 is not above 2; a range to draw from grows")]
    [InlineData("styleWeight", "random 3 from 0..1 log", 14, "a log scale needs both ends above 0")]
    [InlineData("styleWeight", "random 3 from 1..2 normal", 19, "'normal' is no scale; allowed: uniform, log")]
    [InlineData("styleWeight", "random 3 from 1..x", 17, "'x' is not a number")]
    [InlineData("styleWeight", "random 3 from 1..1e99", 17, "1e99 is out of range; allowed: numbers 0 to 1e30")]
    [InlineData("styleWeight", "random 3 from 7", 14, "'7' is no range to draw from; allowed: a..b, or a..b log")]
    [InlineData("styleWeight", "random 3 of 1, two", 15, "'two' is not a number")]
    [InlineData("styleWeight", "random 4 of 1, 2, 3", 0, "4 different ones can't be drawn: there are only 3")]
    [InlineData("imageSize", "random 4 from 64..66", 0, "4 different ones can't be drawn: there are only 3")]
    [InlineData("imageSize", "random 4 from 64.5..66", 14, "'64.5' is not a whole number")]
    [InlineData("init", "random 2 from content..noise", 14, "init is no number, so there is nothing between two values; draw from a list: random n of a, b, c")]
    [InlineData("init", "random 2 of content, nois", 21, "'nois' is not one of the choices (did you mean 'noise'?)")]
    public void Parse_BadDraw_PointsAtThePlace(string name, string text, int offset, string message)
    {
        var problems = new List<ValueProblem>();

        Assert.Null(AxisExpression.Parse(ParameterCatalog.Find(name)!, text, problems));
        Assert.Contains(message, Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Equal(offset, problems[0].Offset);
    }

    private static IReadOnlyList<object> Values(string name, string text)
    {
        var problems = new List<ValueProblem>();
        var values = AxisExpression.Parse(ParameterCatalog.Find(name)!, text, problems);
        Assert.Empty(problems);
        return values!;
    }

    private static string Labels(string name, string text) => string.Join(" | ", Values(name, text).Select(ParameterCatalog.Find(name)!.Label));
}
