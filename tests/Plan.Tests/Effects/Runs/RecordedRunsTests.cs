using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Effects.Runs;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Effects.Runs;

/// <summary>Reading and judging recorded runs, on small tables made up for it.</summary>
public sealed class RecordedRunsTests
{
    [Fact]
    public void Read_NamesAndValues_AreOneWhateverTheirForm()
    {
        var runs = RecordedRunsReader.Read(
            """{"publishedDefaults": {"style_weight": 1, "Layers": ["conv1_1"]}, "executed": [{"id": "7", "styleWeights": [1.0], "layer": "conv1_1", "tv": 8.5e-05}]}""", "runs.json");

        Assert.Equal([("style_weight", "1"), ("Layers", "conv1_1"), ("tv", "8.5e-5")], runs.Executed.Single().Factors.Select(factor => (factor.Key, factor.Value)));
        Assert.Equal("1", runs.Defaults["style_weight"]);
        Assert.Empty(RunsJudgement.Of(runs).Warnings);
    }

    [Theory]
    [InlineData("", "runs.json:1:1: the file is empty; allowed: keys with values: what, publishedDefaults, publishedTable, executed")]
    [InlineData("[]", "runs.json:1:1: there is a list here; allowed: keys with values: what, publishedDefaults, publishedTable, executed")]
    [InlineData("{}", "runs.json:1:1: executed: 'executed' is missing; allowed: a list of runs, each with an id and its factors")]
    [InlineData("""{"executed": []}""", "runs.json:1:14: executed: there is an empty list here; allowed: a list of runs, at least one")]
    [InlineData("""{"executed": [{"x": 1}]}""", "runs.json:1:15: executed[0]: 'id' is missing; allowed: the name of the run")]
    [InlineData("""{"executed": [{"id": "a", "x": {"y": 1}}]}""", "runs.json:1:32: executed[0].x: there is keys with values here; allowed: a single value, or a list of them")]
    [InlineData("""{"executed": [{"id": "01"}, {"id": 1}]}""", "runs.json:1:36: executed[1].id: '1' is there twice; each run needs its own name")]
    [InlineData("""{"executed": [{"id": "a", "x": 1, "X": 2}]}""", "runs.json:1:35: executed[0].X: 'X' is there twice")]
    [InlineData("""{"executd": [{"id": "a"}]}""", "runs.json:1:2: unknown key 'executd' (did you mean 'executed'?); allowed: what, publishedDefaults, publishedTable, executed")]
    [InlineData("""{"executed": [{"id": "a"}], "publishedTable": {"1": "x", "01": "y"}}""", "runs.json:1:58: publishedTable.01: '01' is there twice; each run has one label")]
    [InlineData("""{"executed": [{"id": "a"}], "publishedTable": ["x"]}""", "runs.json:1:47: publishedTable: there is a list here; allowed: keys with values: the name of a run and its label")]
    public void Read_WrongDocument_SaysWhereAndWhatIsAllowed(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ManifestException>(() => RecordedRunsReader.Read(text, "runs.json")).Lines);

    [Theory]
    // What the label says of x = 5, y = max, n = 300, size = 64x64, layers conv1_1 and conv3_2, content conv1_2, all else at the defaults.
    [InlineData("x = 5", true)]
    [InlineData("x=5.0", true)]
    [InlineData("x 5e0", true)]
    [InlineData("x = 6", false)]
    [InlineData("conv3_2, conv1_1", true)]
    // No factor is named, and so nothing is said.
    [InlineData("1_1", true)]
    [InlineData("conv1_1", false)]
    [InlineData("style layers = conv1_1, conv3_2", true)]
    [InlineData("style_layers = conv1_1, conv2_2", false)]
    [InlineData("Image size 64", true)]
    [InlineData("Image size 128", false)]
    [InlineData("pool_type = maximum", true)]
    [InlineData("pool_type = ave", false)]
    [InlineData("Content layer 1_2", true)]
    [InlineData("Content layer 2_1", false)]
    [InlineData("portrait", true)]
    [InlineData("defaults", false)]
    [InlineData("x = 5, Default configuration, image size 64", true)]
    public void Contradicted_Label_IsHeldAgainstTheRun(string label, bool agrees)
    {
        var runs = RecordedRunsReader.Read($$"""
            publishedDefaults: {x: 1}
            publishedTable: {1: "{{label}}"}
            executed:
              - {id: 1, x: 5, pooling: max, num_iter: 300, imageSize: 64x64, styleLayers: [conv1_1, conv3_2], contentLayer: conv1_2}
              - {id: 2, x: 1, pooling: average, num_iter: 300, imageSize: 32x32, styleLayers: [conv1_1], contentLayer: conv1_1}
            """, "runs.yaml");

        var contradicted = RunsJudgement.Of(runs).Warnings.Where(warning => warning.Kind == ConfoundingKind.LabelContradicted);

        Assert.Equal(agrees, !contradicted.Any());
    }

    [Fact]
    public void Judge_NobodyRanTheBaseline_NamesTheNearest()
    {
        var runs = RecordedRunsReader.Read("executed: [{id: p, x: 1, y: 1, z: 2}, {id: q, x: 1, y: 2, z: 1}, {id: r, x: 2, y: 1, z: 1}]", "runs.yaml");

        var warning = Assert.Single(RunsJudgement.Of(runs).Warnings);

        Assert.Equal((ConfoundingKind.NoBaseline, "p"), (warning.Kind, warning.Settings.Single()));
        Assert.Equal(["z"], warning.Factors);
    }
}
