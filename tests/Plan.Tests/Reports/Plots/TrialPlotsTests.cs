using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Plots;

namespace NeuralStyle.Plan.Tests.Reports.Plots;

public sealed class TrialPlotsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Svg_ARecord_HasThreePlotsWithTheirTitles()
    {
        var svg = XElement.Parse(TrialPlots.Svg(Record(40)));

        Assert.Equal(
            ["Weighted loss, logarithmic", "Improvement, % of the first loss", "Seconds per evaluation"],
            Texts(svg, "head"));
        Assert.Equal(["total", "content", "style", "tv"], Texts(svg, "key"));
    }

    [Fact]
    public void Svg_Lines_DifferWithoutColor()
    {
        var svg = XElement.Parse(TrialPlots.Svg(Record(40)));

        var dashes = Curves(svg).Take(4).Select(path => (string?)path.Attribute("stroke-dasharray") ?? "whole");

        Assert.Equal(4, dashes.Distinct().Count());
    }

    [Fact]
    public void Svg_SecondsPerEvaluation_AreDifferencesFromZero()
    {
        // Two seconds for the first evaluation, then one each: on an axis of 0 to 2 the line begins at the top and goes on in the middle.
        var record = Record(3) with
        {
            Evaluations = [.. Record(3).Evaluations.Select((evaluation, index) => evaluation with { Seconds = index + 2 })],
        };

        var points = Points(Curves(XElement.Parse(TrialPlots.Svg(record))).Last());

        Assert.Equal(PlotPanel.PlotBottom - PlotPanel.PlotTop, 2 * (points[1].Y - points[0].Y), 0.05);
        Assert.Equal(points[1].Y, points[2].Y, 0.01);
        Assert.Equal([PlotPanel.Left, (PlotPanel.Left + PlotPanel.Right) / 2.0, PlotPanel.Right], points.Select(point => point.X));
    }

    [Fact]
    public void Svg_Improvement_IsThatOfTheRecord()
    {
        var record = Record(2) with
        {
            Evaluations = [At(1, 10) with { Improvement = 0 }, At(2, 5) with { Improvement = 50 }],
        };

        var points = Points(Curves(XElement.Parse(TrialPlots.Svg(record))).SkipLast(1).Last());

        Assert.Equal(PlotPanel.PlotBottom - PlotPanel.PlotTop, points[0].Y - points[1].Y, 0.01);
    }

    [Fact]
    public void Svg_ImprovementFarBelowTheStart_IsCutMarkedAndCounted()
    {
        var record = Record(5) with
        {
            Evaluations =
            [
                At(1, 10) with { Improvement = 0 }, At(2, 500) with { Improvement = -4900 }, At(3, 300) with { Improvement = -2900 },
                At(4, 19) with { Improvement = -90 }, At(5, 1) with { Improvement = 90 },
            ],
        };

        var svg = XElement.Parse(TrialPlots.Svg(record));

        // From -100 to 100: what is cut lies on the lower end, without a gap.
        var points = Points(Curves(svg).SkipLast(1).Last());
        var height = PlotPanel.PlotBottom - PlotPanel.PlotTop;
        Assert.Equal([0, height / 2.0, height / 2.0, 0.45 * height, -0.45 * height], points.Select(point => point.Y - points[0].Y), (a, b) => Math.Abs(a - b) < 0.05);
        Assert.Equal(points.Skip(1).Take(2).Select(point => point.X), Marks(svg).Select(mark => mark.X + 4), (a, b) => Math.Abs(a - b) < 0.05);
        Assert.All(Marks(svg), mark => Assert.Equal(points[1].Y + 2, mark.Y, 0.05));
        Assert.Contains("▼ below -100: 2 evaluations, the lowest -4900", Texts(svg, "soft"));
    }

    [Fact]
    public void Svg_EvaluationOfManyTimesTheUsualSeconds_IsCutMarkedAndCounted()
    {
        var seconds = 0.0;
        var record = Record(9) with
        {
            Evaluations = [.. Record(9).Evaluations.Select(item => item with { Seconds = seconds += item.Evaluation == 1 ? 0.7 : 0.009 })],
        };

        var svg = XElement.Parse(TrialPlots.Svg(record));

        var points = Points(Curves(svg).Last());
        Assert.Equal(0.775 * (PlotPanel.PlotBottom - PlotPanel.PlotTop), points[1].Y - points[0].Y, 0.05);
        var mark = Assert.Single(Marks(svg));
        Assert.Equal((PlotPanel.Left, points[0].Y - 2), (mark.X + 4, mark.Y));
        Assert.Contains("▲ above 0.04: 1 evaluation, the highest 0.7", Texts(svg, "soft"));
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "evaluation (9 evaluations in 0.77 s)");
    }

    [Fact]
    public void Svg_NothingBeyondTheAxes_MarksNothing() => Assert.Empty(Marks(XElement.Parse(TrialPlots.Svg(Record(40)))));

    [Fact]
    public void Svg_Head_IsFromTheRecord()
    {
        var record = Record(40) with { TrialId = "0123456789abcdef" };

        var text = string.Join('\n', XElement.Parse(TrialPlots.Svg(record)).Elements(Svg + "text").Select(element => element.Value));

        Assert.Contains($"{record.Content.Name} in the style of {record.Style.Name}", text, StringComparison.Ordinal);
        Assert.Contains($"trial 0123456789abcdef · {EnumNames.Of(record.Parameters.Network)}", text, StringComparison.Ordinal);
        Assert.Contains("evaluation (40 evaluations in", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_NamesThatAreMarkup_StayText()
    {
        var record = Record(2);
        record = record with { Style = record.Style with { Name = "<image href=\"x\"/>&\u0001.png" } };

        var svg = XElement.Parse(TrialPlots.Svg(record));

        Assert.Empty(svg.Descendants(Svg + "image"));
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value.Contains("<image href=\"x\"/>&\uFFFD.png", StringComparison.Ordinal));
    }

    [Fact]
    public void Svg_Events_AreLinesBetweenTheirEvaluations()
    {
        var record = Record(11) with { Events = [new TrialEvent(5, TrialEventKind.ScaleBegan, "384 px")] };

        var lines = XElement.Parse(TrialPlots.Svg(record)).Elements(Svg + "path").Where(path => (string?)path.Attribute("class") == "event").ToList();

        Assert.Equal(3, lines.Count);
        // Half way between the fifth and the sixth of eleven.
        var x = PlotPanel.Left + (0.45 * (PlotPanel.Right - PlotPanel.Left));
        Assert.All(lines, line => Assert.Equal(x, Points(line)[0].X, 0.06));
    }

    [Fact]
    public void Svg_LossThatStartsAtNextToNothing_DoesNotSqueezeTheOthers()
    {
        var record = Record(40);
        record = record with
        {
            Evaluations = [.. record.Evaluations.Select(item => item.Evaluation <= 2 ? item with { Content = item.Total * 1e-5 } : item)],
        };

        var svg = XElement.Parse(TrialPlots.Svg(record));

        // The total falls from 1000 to 25, tv from 100 to 2.5: 2.6 decades, of which the total takes 1.6.
        var total = Points(Curves(svg).ElementAt(3));
        Assert.InRange(total[^1].Y - total[0].Y, 0.55 * (PlotPanel.PlotBottom - PlotPanel.PlotTop), 0.65 * (PlotPanel.PlotBottom - PlotPanel.PlotTop));
        Assert.Equal(38, Points(Curves(svg).ElementAt(2)).Count);
    }

    [Fact]
    public void Svg_NonFiniteLoss_IsAGap()
    {
        var record = Record(3) with { Evaluations = [At(1, 10), At(2, double.NaN), At(3, 5)] };

        var total = Curves(XElement.Parse(TrialPlots.Svg(record))).ElementAt(3);

        Assert.Equal(2, total.Attribute("d")!.Value.Count(character => character == 'M'));
    }

    [Fact]
    public void Svg_NoEvaluation_IsEmpty() => Assert.Empty(TrialPlots.Svg(Record(0)));

    [Fact]
    public void Svg_AnotherCulture_WritesTheSame()
    {
        var expected = TrialPlots.Svg(Record(40));
        var before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            Assert.Equal(expected, TrialPlots.Svg(Record(40)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static TrialRecord Record(int evaluations) => SampleReport.Make().Trials[0].Record! with
    {
        Evaluations = [.. Enumerable.Range(1, evaluations).Select(number => At(number, 1000.0 / number))],
    };

    private static EvaluationRecord At(int number, double total) =>
        new(number, total, total * 0.5, total * 0.4, total * 0.1, number * 0.8) { Improvement = 100 - (100.0 / number) };

    private static IEnumerable<(double X, double Y)> Marks(XElement svg) =>
        svg.Elements(Svg + "path").Where(path => (string?)path.Attribute("class") == "cut").Select(path => Points(path)[0]);

    private static IEnumerable<string> Texts(XElement svg, string style) =>
        svg.Elements(Svg + "text").Where(text => (string?)text.Attribute("class") == style).Select(text => text.Value);

    // In order of drawing: tv, style, content, total, then what is in the legend, then the other plots.
    private static IEnumerable<XElement> Curves(XElement svg) =>
        svg.Elements(Svg + "path").Where(path => (string?)path.Attribute("class") == "line" && !path.Attribute("d")!.Value.Contains("h30", StringComparison.Ordinal));

    private static List<(double X, double Y)> Points(XElement path) =>
        [.. Regex.Matches(path.Attribute("d")!.Value, @"[ML]([\d.]+) ([\d.]+)").Select(match => (
            double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))];
}
