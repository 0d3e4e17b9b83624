using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ParameterFormsTests
{
    [Theory]
    [InlineData("styleLayerWeights: relu2_1 0.1, relu1_1 0.05", "relu1_1 0.05, relu2_1 0.1")]
    [InlineData("styleLayerWeights: {relu1_1: 0.05, relu2_1: 1e-1}", "relu1_1 0.05, relu2_1 0.1")]
    [InlineData("styleLayerWeights: [relu1_1 0.05, relu2_1 0.1]", "relu1_1 0.05, relu2_1 0.1")]
    [InlineData("styleLayerWeights: none", "none")]
    [InlineData("contentLayerWeights: {relu4_2: 2}", "relu4_2 2")]
    [InlineData("scales: '64:100, 128:50'", "64:100, 128:50")]
    [InlineData("scales: ['64:100', 128:50]", "64:100, 128:50")]
    [InlineData("scales: {64: 100, 128: 50}", "64:100, 128:50")]
    [InlineData("contentSchedule: 'step 1:1, 81:0.1'", "step 1:1, 81:0.1")]
    [InlineData("contentSchedule: {1: 0, 81: 1e0}", "linear 1:0, 81:1")]
    [InlineData("contentSchedule: ['log 1:1', '81:0.1']", "log 1:1, 81:0.1")]
    [InlineData("tvSchedule: {0%: 0, 50%: 1}", "linear 0%:0, 50%:1")]
    [InlineData("learningRateSchedule: constant", "constant")]
    [InlineData("mode: texture\n  init: noise\n  textureSize: '512x256'", "512x256")]
    [InlineData("mode: texture\n  init: noise\n  textureSize: 512x256", "512x256")]
    [InlineData("init: image\n  initImage: art/start 1.png", "art/start 1.png")]
    [InlineData("init: trial\n  initTrial: '0123456789012345'", "0123456789012345")]
    [InlineData("init: trial\n  initTrial: 0123456789012345", "0123456789012345")]
    [InlineData("contentMask: 'what?.png'", "what?.png")]
    [InlineData("styleMasks: [a mask.png]", "a mask.png")]
    [InlineData("averaging: 0.99", "0.99")]
    [InlineData("precision: bfloat16", "bfloat16")]
    [InlineData("contentLoss: titu1994-type1", "titu1994-type1")]
    [InlineData("outputFormat: jpeg\n  jpegQuality: 80", "80")]
    public void Parse_Form_IsTheValue(string line, string label)
    {
        var name = line.Split('\n')[^1].Trim().Split(':')[0];
        var manifest = Sample.With($"parameters:\n  iterations: 100\n  {line}");

        Assert.True(manifest.Base.TryGet(ParameterCatalog.Find(name)!, out var value));
        Assert.Equal(label, ParameterCatalog.Find(name)!.Label(value));
    }

    [Fact]
    public void Parse_Shorthands_AreParameters()
    {
        var manifest = Sample.Parse("""
            content: a.jpg
            style: [b.jpg, c.jpg]
            blend: [0.7, 0.3]
            masks: {style: [m1.png, m2.png], content: c.png, color: d.png}
            parameters: {color: luminance}
            seed: 5
            """);

        Assert.Equal("0.7, 0.3", LabelOf(manifest, ParameterCatalog.Blend));
        Assert.Equal("m1.png, m2.png", LabelOf(manifest, ParameterCatalog.StyleMasks));
        Assert.Equal("c.png", LabelOf(manifest, ParameterCatalog.ContentMask));
        Assert.Equal("d.png", LabelOf(manifest, ParameterCatalog.ColorMask));
        Assert.Equal("5", LabelOf(manifest, ParameterCatalog.Seed));
    }

    [Theory]
    [InlineData("axes: {styleLayerWeights: [none, 'relu1_1 2', {relu1_1: 2, relu2_1: 3}, [relu2_1 1]]}", "none | relu1_1 2 | relu1_1 2, relu2_1 3 | relu2_1 1")]
    [InlineData("axes: {scales: [none, '64:10', ['64:10', '128:5'], {128: 7}]}", "none | 64:10 | 64:10, 128:5 | 128:7")]
    [InlineData("axes: {contentSchedule: [constant, '0%:0, 50%:1', 'step 1:1, 9:0']}", "constant | linear 0%:0, 50%:1 | step 1:1, 9:0")]
    [InlineData("axes: {contentSchedule: '0%:0, 50%:1'}", "linear 0%:0, 50%:1")]
    [InlineData("axes: {styleLayerWeights: {relu1_1: 2}}", "relu1_1 2")]
    [InlineData("parameters: {init: image}\naxes: {initImage: [a.png, b.png]}", "a.png | b.png")]
    [InlineData("parameters: {mode: texture, init: noise}\naxes: {textureSize: [square, 512x256]}", "square | 512x256")]
    [InlineData("parameters: {init: trial}\naxes: {initTrial: ['0123456789abcdef', 'fedcba9876543210']}", "0123456789abcdef | fedcba9876543210")]
    [InlineData("axes: {averaging: [0, 0.9, 0.99]}", "0 | 0.9 | 0.99")]
    [InlineData("axes: {styleScale: 0.5..2 log 3}", "0.5 | 1 | 2")]
    [InlineData("axes: {precision: [float32, bfloat16]}", "float32 | bfloat16")]
    public void Parse_Axis_HasOneValueAnItem(string lines, string labels)
    {
        var axis = Assert.Single(Sample.With(lines).Axes);

        Assert.Equal(labels, string.Join(" | ", axis.Points.Select(axis.LabelOf)));
    }

    [Fact]
    public void Parse_BlendAxis_HasOneBlendAnItem()
    {
        var manifest = Sample.Parse("content: a.jpg\nstyle: [b.jpg, c.jpg]\naxes: {blend: [[1, 0], '0.5, 0.5', [0, 1]]}");

        Assert.Equal(["1, 0", "0.5, 0.5", "0, 1"], manifest.Axes[0].Points.Select(manifest.Axes[0].LabelOf));
    }

    [Theory]
    [InlineData("parameters:\n  styleLayerWeights: {relu1_1: 1, relu9_1: 2}", 4, 35, "parameters.styleLayerWeights", "layer 'relu9_1' is not in VGG-19")]
    [InlineData("parameters:\n  styleLayerWeights: {relu1_1: 1, relu2_1: -2}", 4, 44, "parameters.styleLayerWeights", "'-2' is no weight")]
    [InlineData("parameters:\n  styleLayerWeights: {relu1_1: [1]}", 4, 32, "parameters.styleLayerWeights.relu1_1", "there is a list here")]
    [InlineData("parameters:\n  styleLayerWeights: {}", 4, 22, "parameters.styleLayerWeights", "there are no keys here")]
    [InlineData("parameters:\n  styleLayerWeights: [relu1_1 1, relu1_1 2]", 4, 34, "parameters.styleLayerWeights[1]", "'relu1_1' is there twice")]
    [InlineData("parameters:\n  styleLayerWeights: 'relu1_1 1, relu1_1 2'", 4, 34, "parameters.styleLayerWeights", "'relu1_1' is there twice")]
    [InlineData("parameters:\n  scales: ['64:10', '32:10']", 4, 22, "parameters.scales[1]", "scales must grow")]
    [InlineData("parameters:\n  scales: '64:10, 128:x'", 4, 19, "parameters.scales", "'128:x' is no scale")]
    [InlineData("parameters:\n  scales: []", 4, 11, "parameters.scales", "the list is empty")]
    [InlineData("parameters:\n  contentSchedule: 'log 1:1, 9:0'", 4, 32, "parameters.contentSchedule", "is no factor of a log schedule")]
    [InlineData("parameters:\n  contentSchedule: {1: 1, 50%: 0}", 4, 27, "parameters.contentSchedule", "all evaluations or all percents")]
    [InlineData("parameters:\n  styleMasks: ['a,b.png']", 4, 16, "parameters.styleMasks[0]", "'a,b.png' has a comma")]
    [InlineData("parameters:\n  styleMasks: ['a.png', '../b.png']", 4, 26, "parameters.styleMasks[1]", "'../b.png' is no name of an image")]
    [InlineData("parameters:\n  initImage: a.png, b.png", 4, 14, "parameters.initImage", "names 2 images; allowed: none, or the name of one image")]
    [InlineData("parameters:\n  initImage: [a.png]", 4, 14, "parameters.initImage", "there is a list here")]
    [InlineData("parameters:\n  textureSize: 512", 4, 16, "parameters.textureSize", "'512' is no size of a texture")]
    [InlineData("parameters:\n  initTrial: 0123", 4, 14, "parameters.initTrial", "'0123' is no id of a trial")]
    [InlineData("parameters:\n  stopBelow: 2", 4, 14, "parameters.stopBelow", "2 is out of range; allowed: numbers 0 to 1")]
    [InlineData("axes:\n  initImage: a.png, b.png", 4, 14, "axes.initImage", "values of an axis are a list")]
    [InlineData("axes:\n  blend: [0.7, 0.3]", 4, 11, "axes.blend[0]", "'0.7' is no blend")]
    [InlineData("axes:\n  scales: ['64:10', '64:10']", 4, 21, "axes.scales", "64:10 is there twice")]
    [InlineData("axes:\n  scales: []", 4, 11, "axes.scales", "the axis has no values")]
    [InlineData("axes:\n  styleLayerWeights: [{relu1_1: 1}, {relu1_2: x}]", 4, 47, "axes.styleLayerWeights[1]", "'x' is no weight")]
    [InlineData("blend: [0.7, x]", 3, 14, "blend[1]", "'x' is no weight of a style")]
    [InlineData("masks: {styles: a.png}", 3, 9, "masks", "unknown key 'styles' (did you mean 'style'?); allowed: style, content, color")]
    [InlineData("masks: a.png", 3, 8, "masks", "there is a single value here; allowed: keys with values: style, content, color")]
    [InlineData("masks: {style: ''}", 3, 17, "masks.style", "is no name of an image")]
    [InlineData("parameters: {contentMask: a.png}\nmasks: {content: b.png}", 4, 18, "masks.content", "is contentMask, which is in parameters.contentMask too, on line 3")]
    [InlineData("axes: {contentMask: [a.png]}\nmasks: {content: b.png}", 3, 8, "axes.contentMask", "has a fixed value on line 4")]
    [InlineData("experiments: [{name: a, parameters: {scales: [x]}}]", 3, 47, "experiments[0].parameters.scales[0]", "'x' is no scale")]
    [InlineData("resolved: no", 3, 11, "resolved", "'no' is not allowed; allowed: true")]
    public void Parse_BadForm_PointsAtThePart(string lines, int line, int column, string path, string message)
    {
        var problems = Sample.ProblemsWith(lines);

        Assert.Contains(problems, problem => (problem.Line, problem.Column, problem.Path) == (line, column, path)
            && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    private static string LabelOf(Manifest manifest, ParameterDefinition definition) =>
        manifest.Base.TryGet(definition, out var value) ? definition.Label(value) : "open";
}
