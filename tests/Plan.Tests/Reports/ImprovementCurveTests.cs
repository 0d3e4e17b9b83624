using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class ImprovementCurveTests
{
    [Fact]
    public void Svg_ZeroToHundred_PutsPointsAndTicksWhereTheyLie()
    {
        var svg = XElement.Parse(ImprovementCurve.Svg([At(1, 0), At(2, 50), At(3, 75)]));

        var path = (string)svg.Elements("path").Single().Attribute("d")!;
        Assert.Equal($"M{LossCurve.Left} {LossCurve.Bottom}L244 118L{LossCurve.Right} 74", path);
        Assert.Equal(["0", "20", "40", "60", "80", "100"], Labels(svg));
    }

    [Fact]
    public void Svg_LossThatGrows_ShowsItDownToItsDoubleAndLeavesAGapBelow()
    {
        var svg = XElement.Parse(ImprovementCurve.Svg([At(1, 0), At(2, -90), At(3, -4000), At(4, double.NaN), At(5, 20), At(6, 30)]));

        var path = (string)svg.Elements("path").Single().Attribute("d")!;
        Assert.Equal(2, Regex.Count(path, "M"));
        Assert.Equal(4, Regex.Count(path, "[ML]"));
        Assert.Equal(["-100", "-50", "0", "50", "100"], Labels(svg));
        Assert.Contains(svg.Elements("text"), text => text.Value == "improvement, %, gaps below -100");
    }

    [Fact]
    public void Svg_NothingToShow_IsEmpty()
    {
        Assert.Equal(string.Empty, ImprovementCurve.Svg([]));
        Assert.Equal(string.Empty, ImprovementCurve.Svg([At(1, 0)]));
        Assert.Equal(string.Empty, ImprovementCurve.Svg([At(1, 0), At(2, 0)]));
    }

    private static IEnumerable<string> Labels(XElement svg) =>
        svg.Elements("text").Where(text => (string?)text.Attribute("text-anchor") == "end").Select(text => text.Value);

    private static EvaluationRecord At(int number, double improvement) => new(number, 1, 1, 0, 0, number) { Improvement = improvement };
}
