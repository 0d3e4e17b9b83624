using System.Globalization;
using System.Xml.Linq;
using NeuralStyle.Plan.Effects;

namespace NeuralStyle.Plan.Tests.Effects;

public sealed class EffectPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Svg_LogAxis_HasAPointAValueAtEvenDistances()
    {
        double[] distances = [5, 2, 9];

        var drawing = Draw("axes:\n  styleWeight: [1, 10, 100]\n", at => distances[at[0]]);

        var points = drawing.Descendants(Svg + "circle").Select(point => (X: Number(point, "cx"), Y: Number(point, "cy"))).ToList();
        Assert.Equal(3, points.Count);
        Assert.Equal(points[1].X - points[0].X, points[2].X - points[1].X, 0.2);
        // Below the reference, and above it: y goes down.
        Assert.True(points[1].Y > points[0].Y && points[2].Y < points[0].Y);
        Assert.Single(drawing.Descendants(Svg + "path"), path => (string?)path.Attribute("class") == "line");
        Assert.Contains("style distance, a proxy, by styleWeight: change from 1: 10 -3, 100 +4", drawing.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_LinearAxis_LiesByItsNumbers()
    {
        var points = Draw("axes:\n  styleWeight: [10, 11, 13.5]\n", at => at[0]).Descendants(Svg + "circle").Select(point => Number(point, "cx")).ToList();

        Assert.Equal(2.5, (points[2] - points[1]) / (points[1] - points[0]), 0.02);
    }

    [Fact]
    public void Svg_CategoricalAxis_HasNoLineAndBarsOfTheStandardError()
    {
        double[,] worked = { { 1, 2 }, { 4, 9 } };
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => worked[at[0], at[1]]).StyleDistance();

        var drawing = XDocument.Parse(EffectPlot.Svg(effects.Measure, effects.Axes[1]));

        Assert.DoesNotContain(drawing.Descendants(Svg + "path"), path => (string?)path.Attribute("class") == "line");
        // 3 with a standard error of 2: on an axis of 0 to 5 over 106 units, four of five parts.
        var bar = (string)drawing.Descendants(Svg + "path").Single(path => (string?)path.Attribute("class") == "error").Attribute("d")!;
        Assert.EndsWith(" 110.8V26", bar, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_LabelsWithoutRoom_AreCutOrLeftOut()
    {
        var close = Draw("axes:\n  styleWeight: [1, 1.01, 50]\n", at => at[0]);
        var @long = Draw("axes:\n  styleLayers: prefixes(relu1_1, relu2_1, relu3_1, relu4_1)\n", at => at[0]);

        Assert.Equal(["1", "50"], Labels(close));
        Assert.Equal(["relu1_1", "relu1_1,…", "relu1_1.…", "relu1_1.…"], Labels(@long));

        static IEnumerable<string> Labels(XDocument drawing) => drawing.Descendants(Svg + "text")
            .Where(text => (string?)text.Attribute("class") == "tick" && (string?)text.Attribute("y") == "146").Select(text => text.Value);
    }

    [Fact]
    public void Svg_NoPairs_IsEmpty()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => at is [0, 0] ? 1 : null).StyleDistance();

        Assert.All(effects.Axes, axis => Assert.Empty(EffectPlot.Svg(effects.Measure, axis)));
    }

    [Fact]
    public void Svg_NamesOfUsers_AreText()
    {
        var axis = new AxisEffect
        {
            Axis = "experiment",
            Spacing = AxisSpacing.Categorical,
            Reference = "<b>",
            Values =
            [
                new ValueEffect { Label = "<b>", All = new MeanValue(1, 1, null) },
                new ValueEffect { Label = "a\"&\u0007", All = new MeanValue(1, 2, null), Difference = new MeanValue(1, 1, null) },
            ],
        };

        var drawing = XDocument.Parse(EffectPlot.Svg(EffectMeasure.ColorShift, axis));

        Assert.Contains(drawing.Descendants(Svg + "text"), text => text.Value == "<b>");
    }

    private static XDocument Draw(string lines, Func<IReadOnlyList<int>, double?> styleDistance)
    {
        var effects = MeasuredSweep.Effects(lines, styleDistance).StyleDistance();
        return XDocument.Parse(EffectPlot.Svg(effects.Measure, effects.Axes[0]));
    }

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
