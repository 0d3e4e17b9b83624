using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class SweepImagesTests
{
    [Fact]
    public void Plan_Blend_IsOneTrialOfAllStyles()
    {
        var manifest = Sample.Parse("content: [a.jpg, d.jpg]\nstyle: [b.jpg, c.jpg]\nblend: [0.7, 0.3]\naxes: {styleWeight: [1, 2]}");

        var plan = Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg", "d.jpg");

        Assert.Equal(["content", "styleWeight"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(4, plan.Trials.Count);
        Assert.All(plan.Trials, trial =>
        {
            Assert.Equal(["b.jpg", "c.jpg"], trial.Styles.Select(style => style.Name));
            Assert.Equal(["c.jpg"], trial.MoreStyles.Select(style => style.Name));
            Assert.Equal(Sample.Hash("c.jpg"), trial.MoreStyles[0].Sha256);
            Assert.Equal(TrialId.Of(trial), trial.Id);
        });
    }

    [Fact]
    public void Plan_BlendAxis_KeepsTheStylesTogether()
    {
        var manifest = Sample.Parse("content: a.jpg\nstyle: '?.png'\naxes: {blend: ['1, 0', '0.5, 0.5', '0, 1']}");

        var plan = Sample.Plan(manifest, "a.jpg", "1.png", "2.png");

        Assert.Equal(["blend"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(["1, 0", "0.5, 0.5", "0, 1"], plan.Axes[0].Labels);
        Assert.Equal(3, plan.Trials.Count);
        Assert.All(plan.Trials, trial => Assert.Equal(["1.png", "2.png"], trial.Styles.Select(style => style.Name)));
    }

    [Fact]
    public void Plan_BlendOfManyStyles_CountsAsOneTrial()
    {
        var manifest = Sample.Parse("content: a.jpg\nstyle: [b.jpg, c.jpg]\nblend: '1, 1'\nlimits: {maxTrials: 1}");

        Assert.Single(Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg").Trials);
    }

    [Theory]
    [InlineData("style: b.jpg\nblend: [0.7, 0.3]", 3, 8, "blend", "0.7, 0.3 has 2 weights for 1 style image; each image needs one weight")]
    [InlineData("style: [b.jpg, c.jpg]\nparameters: {blend: [1, 2, 3]}", 3, 21, "parameters.blend", "1, 2, 3 has 3 weights for 2 style images")]
    [InlineData("style: [b.jpg, c.jpg]\naxes: {blend: [[1, 2], [1, 2, 3]]}", 3, 24, "axes.blend", "1, 2, 3 has 3 weights for 2 style images")]
    [InlineData("style: [b.jpg, c.jpg]\naxes: {blend: [none, [1, 2]]}", 3, 16, "axes.blend", "some trials of this sweep blend the style images and this one doesn't; give it weights too")]
    [InlineData("style: [b.jpg, c.jpg]\nblend: [1, 2]\nexperiments: [{name: a}, {name: b, parameters: {blend: '1, 2, 3'}}]", 4, 56, "experiments[1].parameters.blend", "has 3 weights")]
    [InlineData("style: [b.jpg, c.jpg]\nexperiments: [{name: a, parameters: {blend: '1, 2'}}, {name: b}]", 3, 14, "", "some trials of this sweep blend")]
    public void Parse_BlendThatFitsNoStyles_PointsAtIt(string lines, int line, int column, string path, string message)
    {
        var problem = Assert.Single(Sample.ProblemsOf($"content: a.jpg\n{lines}"));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        if (path.Length > 0)
            Assert.Equal((line, column, path), (problem.Line, problem.Column, problem.Path));
    }

    [Fact]
    public void MatchImages_BlendOfAGlob_IsCountedWhenTheImagesAreKnown()
    {
        const string Text = "content: a.jpg\nstyle: '*.png'\nblend: [0.7, 0.3]";
        string[] available = ["a.jpg", "1.png", "2.png", "3.png"];

        var manifest = Sample.Parse(Text);

        string[] expected = ["sweep.yaml:3:8: blend: 0.7, 0.3 has 2 weights for 3 style images; each image needs one weight"];
        Assert.Equal(expected, Assert.Throws<ManifestException>(() => manifest.MatchImages(available)).Lines);
        Assert.Equal(expected, Assert.Throws<ManifestException>(() => ManifestParser.Parse(Text, Sample.Source, new AvailableImages(available))).Lines);
        Assert.Equal(2, Sample.Plan(manifest, available[..3]).Trials[0].Styles.Count);
        var inputs = Sample.Inputs(manifest, available[..3]);
        inputs = inputs with { Images = inputs.Images with { Style = ["1.png"] } };
        Assert.Contains("2 weights for 1 style image", Assert.Throws<ManifestException>(() => SweepPlanner.Plan(manifest, inputs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ImagesThatParametersName_AreHashedAndListedOnce()
    {
        var manifest = Sample.Parse("""
            content: a.jpg
            style: [b.jpg, c.jpg]
            blend: [1, 1]
            masks: {style: [m.png, n.png], content: m.png, color: b.jpg}
            parameters: {init: image, color: luminance}
            axes: {initImage: [s.png, t.png]}
            """);

        var inputs = Sample.Inputs(manifest, "a.jpg", "b.jpg", "c.jpg", "m.png", "n.png", "s.png", "t.png", "x.png");
        var plan = SweepPlanner.Plan(manifest, inputs);

        Assert.Equal(["b.jpg", "m.png", "n.png", "s.png", "t.png"], inputs.Images.Others);
        Assert.Equal(["a.jpg", "b.jpg", "c.jpg", "m.png", "n.png", "s.png", "t.png"], inputs.Images.All);
        Assert.Equal(["s.png, m.png, n.png, b.jpg", "t.png, m.png, n.png, b.jpg"], plan.Trials.Select(Others));
        Assert.All(plan.Trials, trial => Assert.All(trial.OtherImages, image => Assert.Equal(Sample.Hash(image.Name), image.Sha256)));
        Assert.All(plan.Trials, trial => Assert.Equal(TrialId.Of(trial), trial.Id));

        static string Others(Trial trial) => string.Join(", ", trial.OtherImages.Select(image => image.Name));
    }

    [Fact]
    public void Parse_NamedImagesThatAreMissing_AreReportedWithTheOthers()
    {
        const string Text = """
            content: x.jpg
            style: b.jpg
            parameters: {init: image, contentMask: 'm*.png'}
            axes:
              initImage: [s.png, t.png]
            experiments:
              - {name: one, parameters: {styleMasks: [nn.png]}}
            masks: {color: m.png}
            """;

        var exception = Assert.Throws<ManifestException>(
            () => ManifestParser.Parse(Text, Sample.Source, new AvailableImages(["b.jpg", "m.png", "n.png", "s.png"])));

        Assert.Equal(
            [
                "sweep.yaml:1:10: content: image 'x.jpg' is not in input/ (did you mean 'b.jpg'?); there are: b.jpg, m.png, n.png, s.png",
                "sweep.yaml:3:41: parameters.contentMask: image 'm*.png' is not in input/ (did you mean 'm.png'?); there are: b.jpg, m.png, n.png, s.png",
                "sweep.yaml:5:22: axes.initImage: image 't.png' is not in input/ (did you mean 'm.png'?); there are: b.jpg, m.png, n.png, s.png",
                "sweep.yaml:7:43: experiments[0].parameters.styleMasks[0]: image 'nn.png' is not in input/ (did you mean 'n.png'?); there are: b.jpg, m.png, n.png, s.png",
                "sweep.yaml:8:16: masks.color: colorMask m.png has no use: no trial has color luminance or histogram, which it is a mask of",
            ],
            exception.Lines);
    }

    [Theory]
    [InlineData("style: [b.jpg, c.jpg]\nparameters: {mode: texture, init: noise}")]
    [InlineData("style: [b.jpg, c.jpg]\nparameters: {init: noise}\naxes: {mode: [texture]}")]
    [InlineData("style: [b.jpg, c.jpg]\nparameters: {init: noise}\nexperiments: [{name: one, parameters: {mode: texture}}]")]
    public void Plan_TextureWithoutContent_HasTheStyleInItsPlace(string text)
    {
        var plan = Sample.Plan(Sample.Parse(text), "b.jpg", "c.jpg");

        Assert.Equal(["style"], plan.Axes.Select(axis => axis.Name).Except(["mode", "experiment"]));
        Assert.Equal([("b.jpg", "b.jpg"), ("c.jpg", "c.jpg")], plan.Trials.Select(trial => (trial.Content.Name, trial.Style.Name)));
        Assert.Equal(
            plan.Axes.Select(axis => axis.Name).Order(), plan.Grid.Rows.Concat(plan.Grid.Columns).Concat(plan.Grid.Pages).Order());
    }

    [Fact]
    public void Plan_ReconstructionWithoutStyle_HasTheContentInItsPlace()
    {
        var plan = Sample.Plan(Sample.Parse("content: '*.jpg'\nparameters: {mode: reconstruction, init: noise}\naxes: {seed: [1, 2]}"), "a.jpg", "b.jpg");

        Assert.Equal(["content", "seed"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(4, plan.Trials.Count);
        Assert.All(plan.Trials, trial => Assert.Equal(trial.Content, trial.Style));
    }

    [Fact]
    public void Plan_InitImageThatOneTrialHasNoUseFor_IsNoPartOfThatTrial()
    {
        var with = Sample.Plan(Sample.With("parameters: {initImage: c.png}\naxes: {init: [content, image]}"), "a.jpg", "b.jpg", "c.png");
        var without = Sample.Plan(Sample.With("parameters: {init: content}"));

        Assert.Equal(without.Cells[0].TrialId, with.Cells[0].TrialId);
        Assert.Empty(with.Trials.Single(trial => trial.Id == with.Cells[0].TrialId).OtherImages);
        Assert.NotEqual(without.Cells[0].TrialId, with.Cells[1].TrialId);
    }

    [Fact]
    public void Plan_ImageThatAModeDoesNotRead_MakesNoOtherTrial()
    {
        var manifest = Sample.Parse("""
            content: [a.jpg, d.jpg]
            style: [b.jpg, c.jpg]
            parameters: {init: noise}
            axes: {mode: [transfer, texture, reconstruction]}
            """);

        var plan = Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg", "d.jpg");

        Assert.Equal(12, plan.Cells.Count);
        Assert.Equal(
            [
                "Reconstruction a.jpg a.jpg", "Reconstruction d.jpg d.jpg", "Texture b.jpg b.jpg", "Texture c.jpg c.jpg",
                "Transfer a.jpg b.jpg", "Transfer a.jpg c.jpg", "Transfer d.jpg b.jpg", "Transfer d.jpg c.jpg",
            ],
            plan.Trials.Select(trial => $"{trial.Parameters.Mode} {trial.Content.Name} {trial.Style.Name}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("style: b.jpg", "content", "'content' is missing; allowed: the name of an image, or a list of names; * and ? stand for letters; only trials of mode texture do without")]
    [InlineData("content: b.jpg", "style", "only trials of mode reconstruction do without")]
    [InlineData("style: b.jpg\nparameters: {init: noise}\naxes: {mode: [texture, transfer]}", "content", "'content' is missing")]
    [InlineData("content: b.jpg\nparameters: {mode: texture, init: noise}", "style", "'style' is missing")]
    [InlineData("style: b.jpg\nparameters: {mode: textur}", "parameters.mode", "did you mean 'texture'?")]
    public void Parse_ImageThatSomeTrialNeeds_IsMissing(string text, string path, string message)
    {
        var problem = Assert.Single(Sample.ProblemsOf(text));

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
