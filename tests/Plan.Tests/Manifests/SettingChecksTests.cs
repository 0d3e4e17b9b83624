namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class SettingChecksTests
{
    private const string Texture = "parameters:\n  mode: texture\n  init: noise\n";

    [Theory]
    [InlineData("parameters: {init: image}", 3, 20, "parameters.init", "init image needs the image to start from; set initImage to its name")]
    [InlineData("axes: {init: [noise, image]}", 3, 22, "axes.init", "init image needs the image to start from")]
    [InlineData("parameters: {initImage: a.png}", 3, 25, "parameters.initImage", "initImage a.png has no use: no trial has init image")]
    [InlineData("axes: {initImage: [none, a.png]}", 3, 26, "axes.initImage", "initImage a.png has no use")]
    [InlineData("experiments:\n- {name: a, parameters: {init: image}}\n- {name: b, parameters: {initImage: a.png, init: image}}", 4, 32, "experiments[0].parameters.init", "needs the image to start from")]
    [InlineData("experiments:\n- {name: a, parameters: {init: noise}}\n- {name: b, parameters: {initImage: a.png}}", 5, 37, "experiments[1].parameters.initImage", "has no use")]
    [InlineData("parameters: {init: trial}", 3, 20, "parameters.init", "init trial needs the trial to start from; set initTrial to its id")]
    [InlineData("parameters: {initTrial: '0123456789abcdef'}", 3, 25, "parameters.initTrial", "no trial has init trial")]
    [InlineData("masks: {style: [a.png, b.png]}", 3, 16, "masks.style", "styleMasks names 2 masks, but a trial without blend has 1 style image; each style image needs its own mask")]
    [InlineData("parameters: {textureSize: 64x64}", 3, 27, "parameters.textureSize", "no trial has mode texture")]
    [InlineData("masks: {color: a.png}", 3, 16, "masks.color", "no trial has color luminance or histogram")]
    [InlineData("parameters: {color: coral}\nmasks: {color: a.png}", 4, 16, "masks.color", "no trial has color luminance or histogram")]
    [InlineData("parameters: {stopWindow: 20}", 3, 26, "parameters.stopWindow", "stopWindow 20 has no use: stopBelow is 0 in every trial")]
    [InlineData("parameters: {jpegQuality: 80}", 3, 27, "parameters.jpegQuality", "no trial has outputFormat jpeg")]
    [InlineData("axes: {jpegQuality: [95, 80]}", 3, 26, "axes.jpegQuality", "jpegQuality 80 has no use")]
    [InlineData("parameters: {styleLayerWeights: {relu1_1: 1, conv1_1: 2}}", 3, 33, "parameters.styleLayerWeights", "names conv1_1, which is not among the styleLayers: relu1_1..relu5_1")]
    [InlineData("axes: {contentLayers: [relu4_2, relu3_2]}\nparameters: {contentLayerWeights: relu2_2 1}", 4, 35, "parameters.contentLayerWeights", "names relu2_2")]
    [InlineData("axes: {styleLayerWeights: [none, conv1_1 2]}", 3, 34, "axes.styleLayerWeights", "names conv1_1")]
    [InlineData("parameters: {iterations: 50, styleSchedule: 'step 1:1, 81:0'}", 3, 45, "parameters.styleSchedule", "styleSchedule has a knot at evaluation 81, and a trial has 50; allowed: 1 to 50, or percents")]
    [InlineData("parameters: {iterations: 50, scales: {64: 30}, tvSchedule: '81:0'}", 3, 60, "parameters.tvSchedule", "a trial has 80")]
    [InlineData("parameters: {iterations: 50, imageSize: 64, scales: {64: 40}, contentSchedule: '81:0'}", 3, 80, "parameters.contentSchedule", "a trial has 50")]
    [InlineData("axes: {iterations: [10, 20]}\nparameters: {learningRateSchedule: '21:0.5'}", 4, 36, "parameters.learningRateSchedule", "at evaluation 21")]
    [InlineData("parameters: {mode: reconstruction, init: noise, styleLayerWeights: none}\nmasks: {style: a.png}", 4, 16, "masks.style", "styleMasks a.png needs style images, and mode reconstruction reads none; allowed: none")]
    [InlineData("axes: {mode: [transfer, reconstruction]}\nmasks: {style: a.png}", 4, 16, "masks.style", "mode reconstruction reads none")]
    [InlineData("parameters: {mode: reconstruction, init: style}", 3, 42, "parameters.init", "init style needs a style image, and mode reconstruction reads none")]
    [InlineData("parameters: {mode: texture}", 3, 20, "parameters.mode", "init content needs a content image, and mode texture reads none; allowed: noise, noise-neural-style, noise-gordicaleksa, gray, paper, style, image, trial")]
    [InlineData("parameters: {mode: texture, init: gray-content}", 3, 35, "parameters.init", "init gray-content needs a content image")]
    [InlineData(Texture + "  color: luminance", 6, 10, "parameters.color", "color luminance needs a content image, and mode texture reads none; allowed: style")]
    [InlineData(Texture + "  contentMask: a.png", 6, 16, "parameters.contentMask", "contentMask a.png needs a content image")]
    [InlineData(Texture + "  alpha: keep", 6, 10, "parameters.alpha", "alpha keep needs a content image")]
    [InlineData(Texture + "  outputSize: content", 6, 15, "parameters.outputSize", "outputSize content needs a content image")]
    [InlineData("axes: {mode: [transfer, texture], init: [noise, content]}", 3, 49, "axes.init", "init content needs a content image")]
    [InlineData("parameters: {weightsFrom: gatys, contentLoss: mse}", 3, 27, "parameters.weightsFrom", "weights of style loss gatys have no equivalent as weights of style loss relative: style loss relative is divided by its target's own sum of squares")]
    [InlineData("parameters: {weightsFrom: gatys, styleLoss: johnson}", 3, 27, "parameters.weightsFrom", "weights of content loss gatys have no equivalent as weights of content loss relative")]
    [InlineData("parameters: {convention: crowsonkb}\naxes: {weightsFrom: [own, gatys]}", 4, 27, "axes.weightsFrom", "as weights of style loss crowsonkb: style loss crowsonkb is a distance of Gaussians, no multiple of a difference of Gram matrices; choose another loss or convention, or weightsFrom own")]
    [InlineData("parameters: {network: vgg16, contentLayers: [relu3_4, conv4_2]}", 3, 45, "parameters.contentLayers", "vgg16 has no relu3_4; its blocks have 2, 2, 3, 3, 3 convolutions")]
    [InlineData("axes: {network: [vgg19, vgg16], styleLayers: [conv5_4, relu1_1]}", 3, 47, "axes.styleLayers", "vgg16 has no conv5_4")]
    [InlineData("parameters: {styleLayers: conv4_4}\naxes: {network: [vgg19, vgg16]}", 3, 27, "parameters.styleLayers", "vgg16 has no conv4_4")]
    [InlineData("parameters: {mode: reconstruction, contentWeight: 0}", 3, 36, "", "mode reconstruction with contentWeight 0, or with weights of 0 for all content layers, leaves nothing to optimize")]
    [InlineData("parameters: {mode: texture, init: noise, styleWeight: 0}", 3, 42, "", "mode texture with styleWeight 0")]
    [InlineData("parameters: {contentWeight: 0, styleLayers: relu1_1, styleLayerWeights: {relu1_1: 0}}", 3, 14, "", "and the weight of one of its layers")]
    public void Parse_SettingsThatContradict_SaysWhereAndWhatToDo(string lines, int line, int column, string path, string message)
    {
        var problem = Assert.Single(Sample.ProblemsWith(lines));

        Assert.Equal((line, column, path), (problem.Line, problem.Column, problem.Path));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parameters: {initImage: a.png}\naxes: {init: [content, image]}")]
    [InlineData("parameters: {initImage: a.png}\nexperiments: [{name: a}, {name: b, parameters: {init: image}}]")]
    [InlineData("parameters: {init: image}\naxes: {initImage: [a.png, b.png]}")]
    [InlineData("axes: {styleLayers: 'prefixes(relu1_1, relu2_1)'}\nparameters: {styleLayerWeights: {relu1_1: 1, relu2_1: 2}}")]
    [InlineData("axes: {iterations: [10, 90]}\nparameters: {styleSchedule: 'step 1:1, 81:0'}")]
    [InlineData("parameters: {iterations: 50, scales: {64: 31}, styleSchedule: 'step 1:1, 81:0'}")]
    [InlineData("parameters: {iterations: 2, styleSchedule: '0%:0, 100%:1'}")]
    [InlineData("parameters: {jpegQuality: 95, textureSize: square, initImage: none, initTrial: none}")]
    [InlineData("axes: {outputFormat: [png16, jpeg]}\nparameters: {jpegQuality: 80}")]
    [InlineData("parameters: {weightsFrom: gatys, convention: johnson}")]
    [InlineData("parameters: {weightsFrom: gatys, styleLoss: johnson, contentWeight: 0}")]
    [InlineData("parameters: {weightsFrom: own, convention: crowsonkb}")]
    [InlineData("parameters: {network: vgg16, contentLayers: conv3_3, styleLayers: relu5_3}")]
    [InlineData("parameters: {network: vgg16, contentLayers: conv3_4, contentWeight: 0}")]
    [InlineData("parameters: {mode: texture, init: noise, contentWeight: 0}")]
    [InlineData("parameters: {mode: reconstruction, styleWeight: 0, color: luminance}")]
    [InlineData("parameters: {mode: texture, init: style, textureSize: 64x32}")]
    [InlineData("masks: {style: a.png, content: b.png, color: c.png}\nparameters: {color: histogram}")]
    [InlineData("parameters: {imageSize: 64, scales: {64: 10, 128: 10}}")]
    public void Parse_SettingsThatFit_IsAllowed(string lines) => Assert.NotNull(Sample.With(lines));

    [Fact]
    public void Parse_ResolvedManifest_MayHaveIdleValues() =>
        Assert.NotNull(Sample.With("resolved: true\nparameters: {jpegQuality: 80, initImage: a.png, styleSchedule: '1:1, 9000:0'}"));

    [Fact]
    public void Parse_ParameterThatCouldNotBeRead_HasNoFurtherProblems()
    {
        var problems = Sample.ProblemsWith("parameters:\n  init: image\n  initImage: ../a.png\n  styleSchedule: 'step 1:1, 81:0'\n  iterations: many");

        Assert.Equal(["parameters.initImage", "parameters.iterations"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Parse_SeveralContradictions_AreAllReported()
    {
        var problems = Sample.ProblemsWith("""
            parameters:
              mode: texture
              color: histogram
              jpegQuality: 10
            axes:
              weightsFrom: [own, johnson]
              init: [noise, content]
            limits: {maxTrials: 3}
            """);

        Assert.Equal(
            ["parameters.color", "parameters.jpegQuality", "axes.weightsFrom", "axes.init", "limits.maxTrials"],
            problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Parse_HugeSweep_IsCheckedInBoundedTime()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var problems = Sample.ProblemsWith("""
            axes:
              styleWeight: 0..9999 step 1
              contentWeight: 0..9999 step 1
              iterations: 1..10000 step 1
              imageSize: 32..4096 step 1
              seed: 1..10000 step 1
            parameters: {styleSchedule: '20000:1'}
            """);

        Assert.Contains(problems, problem => problem.Path == "limits.maxTrials");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }
}
