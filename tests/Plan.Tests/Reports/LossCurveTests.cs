using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class LossCurveTests
{
    [Fact]
    public void Svg_ThreeDecades_PutsEachPointWhereItsLogarithmLies()
    {
        // Total 1000, 100, 10 and 1 are equally far apart; the parts stay at the total, so the axis spans 3 decades and its padding.
        var svg = XElement.Parse(LossCurve.Svg([.. Enumerable.Range(1, 4).Select(number => At(number, Math.Pow(10, 4 - number)))]));

        var points = Points(svg, "total");

        var padding = 3 * 0.04 / (3 * 1.08) * (LossCurve.Bottom - LossCurve.Top);
        var step = (LossCurve.Bottom - LossCurve.Top - (2 * padding)) / 3;
        Assert.Equal(4, points.Count);
        for (var index = 0; index < 4; index++)
        {
            Assert.Equal(LossCurve.Left + (index * (LossCurve.Right - LossCurve.Left) / 3.0), points[index].X, 0.051);
            Assert.Equal(LossCurve.Top + padding + (index * step), points[index].Y, 0.051);
        }
    }

    [Fact]
    public void Svg_ThreeDecades_LabelsThePowersOfTenWhereThePointsAre()
    {
        var svg = XElement.Parse(LossCurve.Svg([.. Enumerable.Range(1, 4).Select(number => At(number, Math.Pow(10, 4 - number)))]));

        var labels = svg.Elements("text").Where(text => (string?)text.Attribute("text-anchor") == "end").ToList();

        Assert.Equal(["1", "10", "100", "1000"], labels.Select(label => label.Value));
        var heights = labels.Select(label => Number(label, "y")).Reverse().ToList();
        Assert.All(heights.Zip(Points(svg, "total")), pair => Assert.Equal(pair.Second.Y + 3.5, pair.First, 0.11));
    }

    [Theory]
    [InlineData(1.0, 1.4, "1 1.1 1.2 1.3 1.4")]
    [InlineData(0.011, 0.099, "0.02 0.05 0.1")]
    [InlineData(3e-7, 4e-5, "3e-7 1e-6 3e-6 1e-5 3e-5")]
    [InlineData(20.0, 20.0, "10 20 50")]
    public void Svg_AnyRange_HasRoundTicks(double last, double first, string expected)
    {
        var svg = XElement.Parse(LossCurve.Svg([At(1, first), At(2, last)]));

        var labels = svg.Elements("text").Where(text => (string?)text.Attribute("text-anchor") == "end").Select(label => label.Value);

        Assert.Equal(expected, string.Join(' ', labels));
    }

    [Fact]
    public void Svg_PartThatIsZero_HasNoLineButItsPlaceInTheLegend()
    {
        var svg = XElement.Parse(LossCurve.Svg([new(1, 10, 4, 6, 0, 0.1), new(2, 5, 2, 3, 0, 0.2)]));

        Assert.DoesNotContain(svg.Elements("path"), path => (string?)path.Attribute("class") == "line tv");
        Assert.Equal(["total", "content", "style", "tv"], svg.Elements("text").Where(text => (string?)text.Attribute("class") == "key").Select(text => text.Value));
    }

    [Fact]
    public void Svg_LossThatIsNotFinite_LeavesAGap()
    {
        var svg = XElement.Parse(LossCurve.Svg([At(1, 10), At(2, double.NaN), At(3, 5), At(4, 2)]));

        var path = (string)svg.Elements("path").Single(path => (string?)path.Attribute("class") == "line total").Attribute("d")!;

        Assert.Equal(2, path.Count(character => character == 'M'));
        Assert.Equal(1, path.Count(character => character == 'L'));
    }

    [Fact]
    public void Svg_NothingToDraw_IsEmpty()
    {
        Assert.Equal(string.Empty, LossCurve.Svg([]));
        Assert.Equal(string.Empty, LossCurve.Svg([new(1, double.NaN, 0, double.PositiveInfinity, -1, 0.1)]));
    }

    [Fact]
    public void Svg_TenThousandEvaluations_StaysSmallAndKeepsThePeak()
    {
        var evaluations = Enumerable.Range(1, 10_000).Select(number => At(number, number == 7_777 ? 5_000 : 1 + (1.0 / number))).ToList();

        var svg = LossCurve.Svg(evaluations);

        Assert.InRange(svg.Length, 1, 30_000);
        var peak = Points(XElement.Parse(svg), "total").MinBy(point => point.Y);
        Assert.Equal(LossCurve.Left + (7_776.0 / 9_999 * (LossCurve.Right - LossCurve.Left)), peak.X, 0.051);
    }

    private static EvaluationRecord At(int number, double loss) => new(number, loss, loss, loss, loss, number * 0.1);

    private static List<(double X, double Y)> Points(XElement svg, string series)
    {
        var path = (string)svg.Elements("path").Single(path => (string?)path.Attribute("class") == $"line {series}").Attribute("d")!;
        return [.. Regex.Matches(path, @"[ML](\S+) ([^ML]+)").Select(point => (Parse(point.Groups[1].Value), Parse(point.Groups[2].Value)))];
    }

    private static double Number(XElement element, string attribute) => Parse((string)element.Attribute(attribute)!);

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
