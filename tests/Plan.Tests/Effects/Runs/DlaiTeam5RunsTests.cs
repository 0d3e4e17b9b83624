using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Effects.Runs;

namespace NeuralStyle.Plan.Tests.Effects.Runs;

/// <summary>
/// The published table of dlai-team5 against its 26 parameter files (<c>reference/dlai-team5-runs.json</c>). What is expected was worked out
/// by reading the file, and agrees with section 6.1 of <c>reference/nst-systems.md</c>.
/// </summary>
public sealed class DlaiTeam5RunsTests
{
    private static readonly string? Shared = Environment.GetEnvironmentVariable("NEURALSTYLE_SHARED");

    /// <summary>Seven of the runs and their labels, from the repository telecombcn-dl/2018-dlai-team5 (table of its README; outputInfo.txt).</summary>
    private const string Extract = """
        publishedDefaults: {contentWeight: 0.25, styleWeight: 1, tvWeight: 8.5e-05, contentLayer: conv5_2, pooling: max, init: noise}
        publishedTable:
          1: Default configuration
          2: "style_weight = 0.25, content_weight = 1"
          5: tv_weight = 1e-4
          8: tv_weight = 1e-20
          19: "conv1_1, conv3_1"
          20: "portrait, face"
          24: pool_type = ave
          25: init_image = gray
        executed:
          - {id: "01", contentWeight: 1.0, styleWeights: [0.25], tvWeight: 8.5e-05, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv2_1, conv3_1, conv4_1, conv5_1], init: noise}
          - {id: "02", contentWeight: 1.0, styleWeights: [0.25], tvWeight: 8.5e-05, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv2_1, conv3_1, conv4_1, conv5_1], init: noise}
          - {id: "05", contentWeight: 1.0, styleWeights: [0.25], tvWeight: 0.0001, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv2_1, conv3_1, conv4_1, conv5_1], init: noise}
          - {id: "19", contentWeight: 0.25, styleWeights: [1.0], tvWeight: 8.5e-05, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv3_1], init: noise}
          - {id: "20", contentWeight: 0.25, styleWeights: [1.0], tvWeight: 8.5e-05, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv2_1, conv3_1, conv4_1, conv5_1], init: noise}
          - {id: "24", contentWeight: 0.25, styleWeights: [1.0], tvWeight: 8.5e-05, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv2_1], init: noise}
          - {id: "25", contentWeight: 0.25, styleWeights: [1.0], tvWeight: 1e-20, contentLayer: conv4_2, pooling: max, styleLayers: [conv1_1, conv2_1, conv3_1, conv4_1, conv5_1], init: gray}
        """;

    [Fact]
    public void Judge_Extract_NamesWhatTheAuditNames()
    {
        var judgement = RunsJudgement.Of(RecordedRunsReader.Read(Extract, "extract.yaml"));

        Assert.Equal(["01 02"], Named(judgement, ConfoundingKind.SameSetting));
        Assert.Equal(["01: contentWeight, styleWeight, contentLayer", "24: pooling"], WithFactors(judgement, ConfoundingKind.LabelContradicted));
        Assert.Equal(
            ["01: contentWeight, styleWeight", "02: contentWeight, styleWeight", "05: contentWeight, styleWeight, tvWeight", "25: tvWeight, init"],
            WithFactors(judgement, ConfoundingKind.SeveralFactors));
        Assert.Equal(["05: contentWeight, styleWeight", "24: styleLayers", "25: tvWeight"], WithFactors(judgement, ConfoundingKind.LabelSilent));
        Assert.Equal(["8"], Named(judgement, ConfoundingKind.NotRecorded));
        Assert.Equal(["20"], judgement.BaselineRuns);
    }

    [Fact]
    public void Judge_Baseline_IsThePublishedDefaultWithTheContentLayerThatRan()
    {
        var judgement = All();

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["iterations"] = "100",
                ["contentWeight"] = "0.25",
                ["styleWeight"] = "1",
                ["tvWeight"] = "8.5e-5",
                ["imageSize"] = "224x224",
                ["contentLossType"] = "0",
                ["contentLayer"] = "conv4_2",
                ["pooling"] = "max",
                ["styleLayers"] = "conv1_1, conv2_1, conv3_1, conv4_1, conv5_1",
                ["init"] = "noise",
            },
            judgement.Baseline.Factors);
        var never = judgement.Warnings.Single(warning => warning.Kind == ConfoundingKind.DefaultNeverRan);
        Assert.Equal("contentLayer", never.Factors.Single());
        Assert.Equal(26, never.Settings.Count);
        // Its portrait is no recorded factor.
        Assert.Equal(["20"], judgement.BaselineRuns);
    }

    [Fact]
    public void Judge_AllRuns_NamesThePairThatIsOneSetting() => Assert.Equal(["01 02"], Named(All(), ConfoundingKind.SameSetting));

    /// <summary>The rows of the published table that are not what ran: 1, the ten that are shifted, and the pooling that never was.</summary>
    [Theory]
    [InlineData("01", "contentWeight, styleWeight, contentLayer", "published as 2")]
    [InlineData("09", "styleLayers", "published as 10")]
    [InlineData("10", "styleLayers", "published as 11")]
    [InlineData("11", "styleLayers", "published as 13")]
    [InlineData("12", "styleLayers", "published as 14")]
    [InlineData("13", "styleLayers", "published as 15")]
    [InlineData("14", "styleLayers", "published as 16")]
    [InlineData("15", "styleLayers", "published as 17")]
    [InlineData("16", "styleLayers", "published as 18")]
    [InlineData("17", "styleLayers", "(label: conv5_1)")]
    [InlineData("18", "styleLayers", "(label: conv1_1, conv3_1, conv5_1)")]
    [InlineData("24", "pooling", "published as 12 and 26")]
    public void Judge_AllRuns_NamesEachLabelThatWasNotExecuted(string run, string factors, string end)
    {
        var contradicted = All().Warnings.Where(warning => warning.Kind == ConfoundingKind.LabelContradicted).ToList();

        var warning = contradicted.Single(warning => warning.Settings.Single() == run);
        Assert.Equal(factors, string.Join(", ", warning.Factors));
        Assert.EndsWith(end, warning.Text, StringComparison.Ordinal);
        Assert.Equal(12, contradicted.Count);
    }

    [Fact]
    public void Judge_AllRuns_NamesEachThatDiffersInMoreThanOneFactor() => Assert.Equal(
        [
            "01: contentWeight, styleWeight",
            "02: contentWeight, styleWeight",
            "03: iterations, contentWeight, styleWeight",
            "04: iterations, contentWeight",
            "05: contentWeight, styleWeight, tvWeight",
            "25: tvWeight, init",
            "26: tvWeight, styleLayers",
            "27: tvWeight, init",
        ],
        WithFactors(All(), ConfoundingKind.SeveralFactors));

    [Fact]
    public void Judge_AllRuns_NamesWhatLabelsLeaveOut() => Assert.Equal(
        [
            "03: iterations",
            "04: iterations",
            "05: contentWeight, styleWeight",
            "21: imageSize",
            "22: imageSize",
            "23: imageSize",
            "24: styleLayers",
            "25: tvWeight",
            "26: tvWeight",
            "27: tvWeight",
        ],
        WithFactors(All(), ConfoundingKind.LabelSilent));

    [Fact]
    public void Judge_AllRuns_NamesWhatIsNotRecordedAndWhatCouldNotBeRead()
    {
        var judgement = All();

        Assert.Equal(["8 28 29 30 31 32 33 34"], Named(judgement, ConfoundingKind.NotRecorded));
        Assert.DoesNotContain(judgement.Warnings, warning => warning.Kind == ConfoundingKind.NoBaseline);
        Assert.Equal(
            [
                "'portrait', 'face' in the label of 20, 21, 22, 23 is about nothing that is recorded",
                "'portrait' in the label of 27 is about nothing that is recorded",
            ],
            judgement.Notes);
    }

    private static RunsJudgement All()
    {
        Assert.SkipUnless(Shared is { Length: > 0 }, "NEURALSTYLE_SHARED is not set, so reference/dlai-team5-runs.json is out of reach.");
        return RunsJudgement.Of(RecordedRunsReader.Read(File.ReadAllText(Path.Combine(Shared!, "reference", "dlai-team5-runs.json")), "dlai-team5-runs.json"));
    }

    private static IEnumerable<string> Named(RunsJudgement judgement, ConfoundingKind kind) =>
        judgement.Warnings.Where(warning => warning.Kind == kind).Select(warning => string.Join(' ', warning.Settings));

    private static IEnumerable<string> WithFactors(RunsJudgement judgement, ConfoundingKind kind) =>
        judgement.Warnings.Where(warning => warning.Kind == kind).Select(warning => $"{warning.Settings.Single()}: {string.Join(", ", warning.Factors)}");
}
