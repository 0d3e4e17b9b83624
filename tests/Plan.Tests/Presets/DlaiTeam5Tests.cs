using System.Text.Json;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Presets;

/// <summary>
/// The study of dlai-team5 against its own 26 parameter files (<c>reference/dlai-team5-runs.json</c>): <c>samples/dlai-team5.yaml</c>,
/// experiments over the preset <c>dlai-team5-executed</c>, resolves to what was executed.
/// </summary>
public sealed class DlaiTeam5Tests
{
    // One of their iterations is a restart of L-BFGS-B with maxfun=20; ours are evaluations.
    private const int EvaluationsPerIteration = 20;

    private static readonly string[] Ids = [.. Enumerable.Range(1, 27).Where(id => id != 8).Select(id => $"{id:00}")];
    private static readonly string? Shared = Environment.GetEnvironmentVariable("NEURALSTYLE_SHARED");

    public static TheoryData<string> Runs => [.. Ids];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Experiment_OfEachRun_ResolvesToWhatWasExecuted(string id)
    {
        var run = Executed().Single(run => run.GetProperty("id").GetString() == id);
        var made = Trials()[id].Parameters;

        Assert.Equal(run.GetProperty("contentWeight").GetDouble(), made.ContentWeight);
        Assert.Equal(run.GetProperty("styleWeights").EnumerateArray().Single().GetDouble(), made.StyleWeight);
        Assert.Equal(run.GetProperty("tvWeight").GetDouble(), made.TvWeight);
        Assert.Equal(run.GetProperty("iterations").GetInt32() * EvaluationsPerIteration, made.TotalEvaluations);
        Assert.Equal(run.GetProperty("imageSize").GetString()!.Split('x').Max(int.Parse), made.ImageSize);
        Assert.Equal(run.GetProperty("pooling").GetString(), EnumNames.Of(made.Pooling));
        Assert.Equal($"titu1994-type{run.GetProperty("contentLossType").GetInt32()}", EnumNames.Of(made.ContentLoss));
        Assert.Equal([Rectified(run.GetProperty("contentLayer").GetString()!)], made.ContentLayers);
        Assert.Equal(run.GetProperty("styleLayers").EnumerateArray().Select(layer => Rectified(layer.GetString()!)), made.StyleLayers);
        // Their gray is the content read as luminance.
        var init = run.GetProperty("init").GetString()!;
        Assert.Equal(init == "gray" ? "gray-content" : init, EnumNames.Of(made.Init));
        Assert.Equal((StyleLossKind.Titu1994, TvConvention.Titu1994, OptimizerKind.Lbfgs), (made.StyleLoss, made.TvConvention, made.Optimizer));
    }

    [Fact]
    public void Experiments_WithEqualSettings_AreOneTrial()
    {
        var trials = Trials();
        // What tells two runs apart: everything but their number, and but the proportions, which are the images' own.
        var executed = Executed().ToDictionary(run => run.GetProperty("id").GetString()!, run => string.Join('|', run.EnumerateObject()
            .Where(property => property.Name != "id")
            .Select(property => property.Name == "imageSize" ? $"{property.Value.GetString()!.Split('x').Max(int.Parse)}" : property.Value.GetRawText())));

        foreach (var one in Ids)
        {
            foreach (var other in Ids)
                Assert.Equal(executed[one] == executed[other], trials[one].Id == trials[other].Id);
        }

        Assert.Equal(trials["01"].Id, trials["02"].Id);
        Assert.Equal(23, trials.Values.Select(trial => trial.Id).Distinct().Count());
    }

    [Fact]
    public void Labels_OfTheExperiments_SayWhatWasExecuted()
    {
        var labels = Sweep().Experiments.Select(experiment => experiment.Label).ToList();

        // Published as: "Default configuration", "tv_weight = 1e-4", and "pool_type = ave".
        Assert.Equal("01: contentWeight 1, styleWeight 0.25", labels[0]);
        Assert.Equal("05: contentWeight 1, styleWeight 0.25, tvWeight 1e-4", labels[4]);
        Assert.Contains("24: styleLayers relu1_1, relu2_1", labels);
    }

    [Theory]
    [InlineData(100, 19)]
    [InlineData(101, 20)]
    public void Snapshots_FirstTenEveryTenLast_HaveTheLastOneOfTheirIterations(int iterations, int expected)
    {
        var policy = Sample.With("snapshots: first 10, every 10, last").Snapshots;

        var kept = Kept(policy, iterations);

        Assert.Equal([.. Enumerable.Range(1, 10), 20, 30, 40, 50, 60, 70, 80, 90, 100], kept.Take(19));
        Assert.Equal(iterations, kept[^1]);
        Assert.Equal(expected, kept.Count);
    }

    [Theory]
    [InlineData(100, 19)]
    [InlineData(101, 20)]
    public void Snapshots_OfTheStudy_AreThoseOfItsIterations(int iterations, int expected)
    {
        var kept = Kept(Sweep().Snapshots, iterations * EvaluationsPerIteration);

        Assert.All(kept, evaluation => Assert.Equal(0, evaluation % EvaluationsPerIteration));
        var theirs = kept.Select(evaluation => evaluation / EvaluationsPerIteration).ToList();
        Assert.Equal(Kept(new SnapshotPolicy { First = 10, Every = 10, Last = true }, iterations), theirs);
        Assert.Equal(expected, theirs.Count);
    }

    private static List<int> Kept(SnapshotPolicy policy, int evaluations) =>
        [.. Enumerable.Range(1, evaluations).Where(evaluation => policy.Keeps(evaluation, evaluations))];

    // Keras's convolutions there carry their ReLU.
    private static LayerName Rectified(string layer) => LayerName.Parse(layer) with { Kind = LayerKind.Relu };

    private static List<JsonElement> Executed()
    {
        Assert.SkipUnless(Shared is { Length: > 0 }, "NEURALSTYLE_SHARED is not set, so reference/dlai-team5-runs.json is out of reach.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Shared!, "reference", "dlai-team5-runs.json")));
        return [.. document.RootElement.GetProperty("executed").EnumerateArray().Select(run => run.Clone())];
    }

    private static Manifest Sweep() =>
        ManifestParser.Parse(Repository.Read("samples/dlai-team5.yaml"), "dlai-team5.yaml");

    private static Dictionary<string, Trial> Trials()
    {
        var sweep = Sweep();
        var plan = Sample.Plan(sweep, "harbor.png", "impasto.png");
        var trials = plan.Trials.ToDictionary(trial => trial.Id);
        return plan.Cells.ToDictionary(cell => sweep.Experiments[cell.Coordinates.Single()].Name, cell => trials[cell.TrialId]);
    }
}
