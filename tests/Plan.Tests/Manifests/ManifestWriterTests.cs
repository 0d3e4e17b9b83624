using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Tests.Parameters;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ManifestWriterTests
{
    public static TheoryData<string> Manifests =>
    [
        Sample.Text,
        "content: tubingen.jpg\nstyle: starry_night.jpg",
        "content: '*.jpg'\nstyle: b.jpg\npreset: neural-style-pt\naxes: {optimizer: [lbfgs, adam], imageSize: 64..256 log 3}",
        "content: a.jpg\nstyle: b.jpg\naxes: {convention: [relative, johnson], styleWeight: 1..100 log 5, contentLayers: [relu4_2, [conv3_1, conv4_1]]}",
        "content: a.jpg\nstyle: b.jpg\naxes: {network: [vgg19, vgg19-mini]}\nlimits: {maxTrials: 2, maxMinutes: 0.5}",
        "content: a.jpg\nstyle: b.jpg\nexperiments: [{name: 'one: \"a\"'}, {name: two, parameters: {network: vgg19, optimizer: adam, styleLayers: relu1_1}}]",
        "content: a.jpg\nstyle: [b.jpg, tubingen.jpg]\nblend: [0.7, 0.3]\nmasks: {style: [a.jpg, b.jpg], content: a.jpg, color: b.jpg}\nparameters: {color: luminance}",
        "content: a.jpg\nstyle: [b.jpg, tubingen.jpg]\naxes: {blend: [[1, 0], [0.5, 0.5]], initImage: [a.jpg, b.jpg]}\nparameters: {init: image}",
        "style: [b.jpg, tubingen.jpg]\nparameters: {mode: texture, init: noise, textureSize: 128x64}",
        "content: a.jpg\nparameters: {mode: reconstruction, init: noise-gordicaleksa}\nsnapshots: [first 3, best, 7, log 4]",
        "content: a.jpg\nstyle: b.jpg\naxes: {styleLayerWeights: [none, {relu1_1: 0.5}], contentSchedule: ['0%:0, 50%:1', constant], scales: ['64:10, 128:20', none]}",
        "content: a.jpg\nstyle: b.jpg\nexperiments: [{name: a, parameters: {convention: gatys, weightsFrom: johnson}}, {name: b, parameters: {convention: cysmith, contentLoss: mse}}]",
        "content: a.jpg\nstyle: b.jpg\nparameters: {optimizer: adam, beta1: 0.8, beta2: 0.9, epsilon: 0.1, stopBelow: 1e-3, stopWindow: 9, averaging: 0.9, backward: separate}",
        "content: a.jpg\nstyle: b.jpg\nparameters: {network: vgg16, alpha: keep, outputSize: content, outputFormat: jpeg, jpegQuality: 3, precision: tf32, oversize: shrink}",
        "content: a.jpg\nstyle: b.jpg\naxes: {tvWeight: [0.1, 1e-3, 0.30000000000000004]}\nseed: 9007199254740991\nsnapshots: every 7",
        "content: a.jpg\nstyle: b.jpg\naxes: {look: {name: [soft, wild], styleWeight: [1, 10], styleLayers: [relu1_1, 'relu1_1, relu2_1']}, init: [content, noise]}\ngrid: {pages: look}",
        "content: a.jpg\nstyle: b.jpg\naxes: {look: [{scales: {64: 10}, styleLayerWeights: none}, {scales: none, styleLayerWeights: {relu1_1: 2}}]}",
        "content: a.jpg\nstyle: b.jpg\naxes: {draw: {random: {count: 12, seed: 3}, styleWeight: 1..1e4 log, imageSize: 64..96, pooling: [max, average]}, tvWeight: random 2 from 0..1}",
        "content: a.jpg\nstyle: b.jpg\nparameters: {init: noise}\naxes: {seed: [-1, 3, -1], styleWeight: {values: [3, 1, 2], when: {seed: 3}}}",
        "content: a.jpg\nstyle: b.jpg\nseed: -1\naxes: {init: [noise, gray], look: {styleWeight: [1, 2], tvWeight: [0, 1], when: {init: noise, experiment: 'o*'}}}\nexperiments: [{name: one}, {name: two, parameters: {optimizer: adam}, when: {init: gray}}]\nskip: [{init: gray, experiment: one}]",
        "content: a.jpg\nstyle: b.jpg\nexperiments: [{name: a, preset: gatys}, {name: b, preset: gordicaleksa-adam-style, label: optimizer}, {name: c, parameters: {styleWeight: 3, init: gray}, label: init}]",
        "style: b.jpg\nexperiments: [{name: a, content: a.jpg}, {name: b, content: b.jpg, style: a.jpg, parameters: {network: vgg19}}]",
        "content: '*.jpg'\nstyle: b.jpg\nskip: [{content: [a.jpg, t*], init: '!= noise', styleWeight: ['> 1', 0..1]}]\naxes: {init: [content, noise]}",
    ];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Write_Manifest_ReadsBackAsTheSamePlan(string text)
    {
        var manifest = Sample.Parse(text);
        var inputs = Sample.Inputs(manifest);
        var plan = SweepPlanner.Plan(manifest, inputs);

        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");

        // Another machine may have another default network: it must not matter.
        var again = SweepPlanner.Plan(resolved, Sample.Inputs(resolved) with { DefaultNetwork = NetworkName.Vgg19 });
        Assert.Equal(plan.Trials, again.Trials);
        Assert.Equal(plan.Cells.Select(cell => cell.TrialId), again.Cells.Select(cell => cell.TrialId));
        Assert.Equal(plan.Axes.Select(axis => (axis.Name, string.Join('|', axis.Labels))), again.Axes.Select(axis => (axis.Name, string.Join('|', axis.Labels))));
        Assert.Equal(plan.Axes.SelectMany(axis => axis.Parameters.Append("|")), again.Axes.SelectMany(axis => axis.Parameters.Append("|")));
        Assert.Equal(plan.Grid.Rows, again.Grid.Rows);
        Assert.Equal(plan.Grid.Columns, again.Grid.Columns);
        Assert.Equal(plan.Grid.Pages, again.Grid.Pages);
        Assert.Equal((plan.Sweep, plan.MaxMinutes, manifest.Limits), (again.Sweep, again.MaxMinutes, resolved.Limits));
    }

    /// <summary>A base that sets what one experiment leaves open can't set it in the resolved manifest, where its label then says so.</summary>
    [Fact]
    public void Write_ExperimentThatLeavesOpenWhatTheBaseSets_ReadsBackAsTheSameTrials()
    {
        var manifest = Sample.With("preset: gordicaleksa-adam-style\naxes: {optimizer: [lbfgs, adam]}\nexperiments: [{name: a}, {name: b, preset: default}, {name: c, preset: gatys, parameters: {imageSize: 64}}]");
        var inputs = Sample.Inputs(manifest);
        var plan = SweepPlanner.Plan(manifest, inputs);

        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");

        Assert.Equal(plan.Cells.Select(cell => cell.TrialId), Sample.Plan(resolved).Cells.Select(cell => cell.TrialId));
        Assert.Equal(0.02, plan.Trials.Single(trial => trial.Id == plan.Cells[4].TrialId).Parameters.LearningRate);
    }

    public static TheoryData<string> Presets => [.. PresetCatalog.Names];

    /// <summary>A preset shortened has schedules that go on beyond its end: that is no mistake, and the resolved manifest says so.</summary>
    [Theory]
    [MemberData(nameof(Presets))]
    public void Write_ShortenedPreset_ReadsBackAsTheSamePlan(string preset)
    {
        var manifest = Sample.With($"preset: {preset}\nparameters: {{iterations: 20, imageSize: 64, styleLayers: conv1_1, seed: 3}}");
        var inputs = Sample.Inputs(manifest);
        var plan = SweepPlanner.Plan(manifest, inputs);

        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");

        Assert.Equal(plan.Trials, Sample.Plan(resolved).Trials);
    }

    [Fact]
    public void Write_Sample_MakesEverythingExplicit()
    {
        var manifest = Sample.Parse(Sample.Text);
        var inputs = Sample.Inputs(manifest);

        var document = JsonNode.Parse(ManifestWriter.Write(manifest, inputs, SweepPlanner.Plan(manifest, inputs)))!;

        Assert.Equal(
            ParameterCatalog.Names.Except(["styleWeight", "styleLayers", "init"]),
            document["parameters"]!.AsObject().Select(member => member.Key));
        Assert.Equal("vgg19-mini", (string?)document["parameters"]!["network"]);
        Assert.Equal(1, (double?)document["parameters"]!["learningRate"]);
        Assert.Equal("[100,1000,10000,100000,1000000]", document["axes"]!["styleWeight"]!.ToJsonString());
        Assert.Equal("[\"relu1_1\",\"relu2_1\"]", document["axes"]!["styleLayers"]![1]!.ToJsonString());
        Assert.Equal("first 10, every 10, last", (string?)document["snapshots"]);
        Assert.Equal(256, (int?)document["limits"]!["maxTrials"]);
        Assert.Null(document["preset"]);
    }

    [Fact]
    public void Write_Shorthands_AreParameters()
    {
        var manifest = Sample.Parse("content: a.jpg\nstyle: [b.jpg, tubingen.jpg]\nblend: [0.7, 0.3]\nmasks: {style: [a.jpg, b.jpg]}");
        var inputs = Sample.Inputs(manifest);

        var document = JsonNode.Parse(ManifestWriter.Write(manifest, inputs, SweepPlanner.Plan(manifest, inputs)))!;

        Assert.Equal("0.7, 0.3", (string?)document["parameters"]!["blend"]);
        Assert.Equal("a.jpg, b.jpg", (string?)document["parameters"]!["styleMasks"]);
        Assert.Null(document["blend"]);
        Assert.Null(document["masks"]);
        Assert.Equal(true, (bool?)document["resolved"]);
    }

    /// <summary>Every parameter but those that exclude others, at random left out, at its other value, or an axis of it.</summary>
    [Fact]
    public void Write_AnyParameters_ReadBackAsTheSameTrials()
    {
        // With these in the base no other value is without use.
        const string Base = """
            content: a.jpg
            style: b.jpg
            preset: default
            experiments:
            - {name: one, parameters: {init: image, outputFormat: jpeg, styleLayers: [relu1_1, relu2_1]}}
            - {name: two, parameters: {init: noise, optimizer: adam}}
            """;
        string[] excluded =
        [
            "mode", "textureSize", "init", "initImage", "initTrial", "blend", "styleMasks", "iterations", "contentLayers", "styleLayers",
            "weightsFrom", "outputFormat", "colorMask", "stopWindow", "optimizer", "imageSize",
        ];
        var free = ParameterCatalog.All.Where(definition => !excluded.Contains(definition.Name)).ToList();
        string[] available = ["a.jpg", "b.jpg", .. OtherValues.Images];

        Prop.ForAll(Gen.Choose(0, 2).ListOf(free.Count).ToArbitrary(), choices =>
        {
            var chosen = free.Zip(choices).Where(choice => choice.Second > 0).ToList();
            var axes = chosen.Where(choice => choice.Second == 2).Take(4).Select(choice => choice.First).ToList();
            var text = new StringBuilder(Base).Append("\nparameters:\n  initImage: start.png");
            foreach (var definition in chosen.Select(choice => choice.First).Except(axes))
                text.Append(CultureInfo.InvariantCulture, $"\n  {definition}: '{OtherValues.TextOf(definition)}'");
            text.Append(axes.Count > 0 ? "\naxes:" : string.Empty);
            foreach (var definition in axes)
                text.Append(CultureInfo.InvariantCulture, $"\n  {definition}: ['{OtherValues.TextOf(definition)}']");
            var manifest = Sample.Parse(text.ToString());
            var inputs = Sample.Inputs(manifest, available);
            var plan = SweepPlanner.Plan(manifest, inputs);

            var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");

            var values = chosen.All(choice => plan.Trials.Any(trial => OtherValues.Of(choice.First).Equals(choice.First.ValueOf(trial.Parameters))));
            return values && plan.Trials.SequenceEqual(Sample.Plan(resolved, available).Trials);
        }).Holds();
    }

    [Fact]
    public void Write_StepThatFollowsTheOptimizer_StaysOpen()
    {
        var manifest = Sample.With("axes: {optimizer: [lbfgs, adam]}");
        var inputs = Sample.Inputs(manifest);

        var document = JsonNode.Parse(ManifestWriter.Write(manifest, inputs, SweepPlanner.Plan(manifest, inputs)))!;

        Assert.Null(document["parameters"]!["learningRate"]);
        Assert.Null(document["parameters"]!["clamp"]);
        Assert.Equal("mean-square", (string?)document["parameters"]!["tvConvention"]);
    }

    [Fact]
    public void Write_UnusualImageNames_ReadBack()
    {
        string[] names = ["été \ud83d\ude00.jpg", "it's \"quoted\", #1: [x].png", "what?*.jpg", "yes", "1e3", "null"];
        var text = $"content: {System.Text.Json.JsonSerializer.Serialize(names)}\nstyle: b.jpg";
        var manifest = Sample.Parse(text);
        var inputs = Sample.Inputs(manifest, [.. names, "b.jpg"]);

        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, SweepPlanner.Plan(manifest, inputs)), "sweep.json");

        Assert.Equal(names, resolved.MatchImages([.. names, "b.jpg", "whatever.jpg"]).Content);
    }
}
