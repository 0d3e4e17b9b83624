using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class SweepPlannerTests
{
    [Fact]
    public void Plan_Sample_HasEveryCombinationOnce()
    {
        var plan = Sample.Plan(Sample.Parse(Sample.Text));

        Assert.Equal("tubingen-starry", plan.Sweep);
        Assert.Equal(60, plan.MaxMinutes);
        Assert.Equal(["styleWeight", "styleLayers", "init"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(["100", "1e3", "1e4", "1e5", "1e6"], plan.Axes[0].Labels);
        Assert.Equal(["relu1_1", "relu1_1, relu2_1", "relu1_1..relu3_1", "relu1_1..relu4_1", "relu1_1..relu5_1"], plan.Axes[1].Labels);
        Assert.Equal(75, plan.Cells.Count);
        Assert.Equal(75, plan.Trials.Count);
        Assert.Equal(75, plan.Cells.Select(cell => string.Join(',', cell.Coordinates)).Distinct().Count());
    }

    [Fact]
    public void Plan_EachCell_ShowsTheTrialThatItsLabelsName()
    {
        var plan = Sample.Plan(Sample.Parse(Sample.Text));
        var trials = plan.Trials.ToDictionary(trial => trial.Id);

        foreach (var cell in plan.Cells)
        {
            var parameters = trials[cell.TrialId].Parameters;
            for (var axis = 0; axis < plan.Axes.Count; axis++)
                Assert.Equal(plan.Axes[axis].Labels[cell.Coordinates[axis]], ParameterCatalog.Find(plan.Axes[axis].Name)!.LabelOf(parameters));
        }
    }

    [Fact]
    public void Plan_EachTrial_HasTheIdOfItsContent()
    {
        var plan = Sample.Plan(Sample.Parse(Sample.Text));

        Assert.All(plan.Trials, trial =>
        {
            Assert.Equal(TrialId.Of(trial.Parameters, trial.Content, trial.Style, trial.Weights), trial.Id);
            Assert.Equal(trial.Parameters.Network, trial.Weights.Network);
            Assert.Equal(new SnapshotPolicy { First = 10, Every = 10, Last = true }, trial.Snapshots);
            Assert.Equal("tubingen.jpg", trial.Content.Name);
            Assert.Equal(Sample.Hash("starry_night.jpg"), trial.Style.Sha256);
        });
    }

    [Fact]
    public void Plan_NoAxes_IsOneTrial()
    {
        var plan = Sample.Plan(Sample.With(string.Empty));

        Assert.Empty(plan.Axes);
        Assert.Equal(Assert.Single(plan.Trials).Id, Assert.Single(plan.Cells).TrialId);
        Assert.Empty(plan.Cells[0].Coordinates);
    }

    [Fact]
    public void Plan_SeveralImages_AreAxesBeforeTheParameters()
    {
        var plan = Sample.Plan(Sample.Parse("content: [a.jpg, c.jpg]\nstyle: '*.png'\naxes: {init: [content, gray]}"), "a.jpg", "c.jpg", "1.png", "2.png", "3.png");

        Assert.Equal(["content", "style", "init"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(["1.png", "2.png", "3.png"], plan.Axes[1].Labels);
        Assert.Equal(12, plan.Trials.Count);
        var cell = plan.Cells.Single(cell => cell.Coordinates.SequenceEqual([1, 2, 0]));
        var trial = plan.Trials.Single(trial => trial.Id == cell.TrialId);
        Assert.Equal(("c.jpg", "3.png", InitMode.Content), (trial.Content.Name, trial.Style.Name, trial.Parameters.Init));
    }

    [Fact]
    public void Plan_Experiments_AreAnAxisLabelledWithWhatTheyChange()
    {
        var manifest = Sample.With("""
            axes: {styleWeight: [3, 30]}
            experiments:
              - {name: plain}
              - {name: rough, parameters: {tvWeight: 0, init: gray}}
              - {name: adam, parameters: {optimizer: adam}}
            """);

        var plan = Sample.Plan(manifest);

        Assert.Equal(["styleWeight", "experiment"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(["plain: base", "rough: tvWeight 0, init gray", "adam: optimizer adam"], plan.Axes[1].Labels);
        var adam = plan.Trials.Where(trial => trial.Parameters.Optimizer == OptimizerKind.Adam).ToList();
        Assert.Equal(2, adam.Count);
        Assert.All(adam, trial => Assert.Equal((0.02, ClampMode.Step), (trial.Parameters.LearningRate, trial.Parameters.Clamp)));
    }

    [Fact]
    public void Plan_EqualSettings_ShareOneTrial()
    {
        // Both experiments resolve to the same setting, and two images have the same bytes.
        var manifest = Sample.Parse("content: [a.jpg, b.jpg]\nstyle: s.jpg\nexperiments: [{name: one}, {name: two, parameters: {styleWeight: 30}}]");
        var inputs = Sample.Inputs(manifest, "a.jpg", "b.jpg", "s.jpg");
        inputs = inputs with { ImageHashes = inputs.ImageHashes.ToDictionary(pair => pair.Key, pair => Sample.Hash(pair.Key == "s.jpg" ? "s" : "same")) };

        var plan = SweepPlanner.Plan(manifest, inputs);

        Assert.Equal(4, plan.Cells.Count);
        Assert.Single(plan.Trials);
    }

    [Fact]
    public void Plan_OrderOfLayers_DoesNotChangeTheTrial()
    {
        var first = Sample.Plan(Sample.With("parameters: {styleLayers: [relu2_1, relu1_1]}"));
        var second = Sample.Plan(Sample.With("parameters: {styleLayers: 'relu1_1, relu2_1'}"));

        Assert.Equal(first.Trials[0].Id, second.Trials[0].Id);
    }

    [Fact]
    public void Plan_RunOrder_KeepsEqualNetworkSizeAndImagesTogether()
    {
        var manifest = Sample.Parse("""
            content: [a.jpg, c.jpg]
            style: b.jpg
            axes: {styleWeight: [3, 30], imageSize: [64, 128], network: [vgg19, vgg19-mini], pooling: [max, average]}
            """);

        var plan = Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg");

        Assert.Equal(32, plan.Trials.Count);
        AssertGrouped(plan, trial => trial.Parameters.Network, 2);
        AssertGrouped(plan, trial => (trial.Parameters.Network, trial.Parameters.ImageSize), 4);
        AssertGrouped(plan, trial => (trial.Parameters.Network, trial.Parameters.ImageSize, trial.Content), 8);
        AssertGrouped(plan, trial => (trial.Parameters.Network, trial.Parameters.ImageSize, trial.Content, trial.Parameters.Pooling), 16);
    }

    [Fact]
    public void Plan_TooManyTrials_IsRefusedBeforeTheyAreMade()
    {
        var manifest = Sample.Parse("""
            content: '*.jpg'
            style: b.png
            axes: {styleWeight: 1..10 step 1, tvWeight: 1..10 step 1}
            limits: {maxTrials: 100}
            """);

        var exception = Assert.Throws<ManifestException>(() => Sample.Plan(manifest, [.. Enumerable.Range(0, 5000).Select(number => $"{number}.jpg"), "b.png"]));

        Assert.Equal(
            "sweep.yaml:4:9: limits.maxTrials: content 5000 x styleWeight 10 x tvWeight 10 make 500000 trials; limits.maxTrials allows 100",
            exception.Message);
    }

    [Fact]
    public void Plan_NetworkWithoutWeights_SaysWhichThereAre()
    {
        var manifest = Sample.With("parameters: {network: vgg19}");
        var inputs = Sample.Inputs(manifest);
        inputs = inputs with { Weights = new Dictionary<NetworkName, WeightsReference> { [NetworkName.Vgg19Mini] = inputs.Weights[NetworkName.Vgg19Mini] } };

        var exception = Assert.Throws<ManifestException>(() => SweepPlanner.Plan(manifest, inputs));

        Assert.Contains("no weights of vgg19 are here; there are those of: vgg19-mini", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", new[] { NetworkName.Vgg19Mini })]
    [InlineData("parameters: {network: vgg19}", new[] { NetworkName.Vgg19 })]
    [InlineData("axes: {network: [vgg19, vgg19-mini]}", new[] { NetworkName.Vgg19, NetworkName.Vgg19Mini })]
    [InlineData("experiments: [{name: a}, {name: b, parameters: {network: vgg19}}]", new[] { NetworkName.Vgg19Mini, NetworkName.Vgg19 })]
    public void Networks_Manifest_AreThoseOfItsTrials(string lines, NetworkName[] expected)
    {
        var manifest = Sample.With(lines);

        Assert.Equal(expected, manifest.Networks(NetworkName.Vgg19Mini));
        Assert.Equal(expected.Order(), Sample.Plan(manifest).Trials.Select(trial => trial.Parameters.Network).Distinct().Order());
    }

    [Fact]
    public void Plan_BadSweepName_IsRefused()
    {
        var manifest = Sample.With(string.Empty);

        Assert.Throws<ArgumentException>(() => SweepPlanner.Plan(manifest, Sample.Inputs(manifest) with { Sweep = "../x" }));
    }

    private static void AssertGrouped<T>(SweepPlan plan, Func<Trial, T> key, int groups)
    {
        var switches = plan.Trials.Zip(plan.Trials.Skip(1)).Count(pair => !Equals(key(pair.First), key(pair.Second)));
        Assert.Equal(groups - 1, switches);
    }
}
