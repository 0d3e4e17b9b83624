using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class SettingsCaptionTests
{
    [Fact]
    public void Of_Sweep_SaysEverySharedParameterOnceAndNoOther()
    {
        var plan = SampleReport.Make().Plan;

        var items = string.Join(" · ", SettingsCaption.Of(plan)).Replace("\u00A0·", " ·", StringComparison.Ordinal).Split(" · ");

        string[] varying = ["styleWeight", "init", "pooling"];
        Assert.Equal(
            SampleReport.ShownParameters.Except(varying).Order(StringComparer.Ordinal),
            items.Select(item => item.Split('\u00A0')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("iterations\u00A0500\u00A0evaluations".Replace("500", ParameterCatalog.Iterations.LabelOf(plan.Trials[0].Parameters), StringComparison.Ordinal), items);
    }

    [Fact]
    public void Of_ParametersWithAGrammarOfTheirOwn_ReadWell()
    {
        var manifest = Sample.Parse("""
            content: a.jpg
            style: [b.jpg, c.jpg]
            blend: [0.7, 0.3]
            parameters:
              styleLayers: relu1_1..relu3_1
              styleLayerWeights: {relu2_1: 0.5}
              scales: ["64:100", "128:50"]
              contentSchedule: {1: 0, 50: 1}
              color: luminance
              iterations: 100
            """);

        var lines = SettingsCaption.Of(Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg")).Select(line => line.Replace('\u00A0', ' ')).ToList();

        Assert.Equal(
            [
                "network vgg19-mini · imageSize 256 px · iterations 100 evaluations · blend 0.7, 0.3 · pooling max · scales 64:100, 128:50 · init content"
                + " · optimizer lbfgs · learningRate 1 · lineSearch fixed · historySize 20 pairs · clamp saved · color luminance",
                "convention relative · contentLayers relu4_2 · contentWeight 1 · contentSchedule linear 1:0, 50:1 · styleLayers relu1_1..relu3_1"
                + " · styleLayerWeights relu2_1 0.5 · styleWeight 30 · tvConvention mean-square · tvWeight 0.1",
            ],
            lines);
    }

    [Fact]
    public void Of_SettingsWithoutAPart_LeavesThemOut()
    {
        var reconstruction = Caption("parameters: {mode: reconstruction, init: noise, tvWeight: 0, optimizer: adam}");
        var texture = Caption("parameters: {mode: texture, init: noise}");
        var both = Caption("parameters: {init: noise}\naxes: {mode: [reconstruction, texture]}");

        Assert.Contains("contentLayers", reconstruction, StringComparison.Ordinal);
        Assert.All(
            ["style", "tvConvention", "lineSearch", "historySize"], name => Assert.DoesNotContain(name, reconstruction, StringComparison.Ordinal));
        Assert.Contains("styleLayers", texture, StringComparison.Ordinal);
        Assert.DoesNotContain("content", texture, StringComparison.Ordinal);
        Assert.All(["contentWeight", "styleWeight"], name => Assert.Contains(name, both, StringComparison.Ordinal));

        static string Caption(string lines) => string.Join('\n', SettingsCaption.Of(Sample.Plan(Sample.With(lines))));
    }

    [Fact]
    public void Of_Dots_BelongToWhatIsBeforeThem() =>
        Assert.All(SettingsCaption.Of(SampleReport.Make().Plan), line => Assert.DoesNotContain(" ·", line, StringComparison.Ordinal));
}
