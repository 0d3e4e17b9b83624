using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Parameters;

/// <summary>For each parameter a value that no preset and no default has.</summary>
internal static class OtherValues
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["mode"] = "texture",
        ["network"] = "vgg16",
        ["imageSize"] = "96",
        ["iterations"] = "17",
        ["contentLayers"] = "relu3_3",
        ["styleLayers"] = "conv2_2, pool3",
        ["contentWeight"] = "0.125",
        ["styleWeight"] = "123",
        ["tvWeight"] = "0.375",
        ["convention"] = "cysmith",
        ["contentLoss"] = "titu1994-type1",
        ["styleLoss"] = "leongatys",
        ["tvConvention"] = "titu1994",
        ["weightsFrom"] = "gordicaleksa",
        ["contentLayerWeights"] = "relu4_2 0.5",
        ["styleLayerWeights"] = "relu1_1 0.05, relu2_1 0.1",
        ["blend"] = "0.7, 0.3",
        ["styleScale"] = "0.5",
        ["pooling"] = "average",
        ["scales"] = "64:100, 128:50",
        ["textureSize"] = "512x256",
        ["init"] = "gray-content",
        ["initImage"] = "start.png",
        ["initTrial"] = "0123456789abcdef",
        ["optimizer"] = "adam",
        ["learningRate"] = "0.75",
        ["lineSearch"] = "strong-wolfe",
        ["historySize"] = "33",
        ["beta1"] = "0.5",
        ["beta2"] = "0.99",
        ["epsilon"] = "1e-6",
        ["contentSchedule"] = "step 1:1, 9:0.1",
        ["styleSchedule"] = "linear 0%:0, 50%:1",
        ["tvSchedule"] = "log 1:1, 17:0.01",
        ["learningRateSchedule"] = "linear 1:1, 17:0.5",
        ["stopBelow"] = "0.001",
        ["stopWindow"] = "7",
        ["averaging"] = "0.99",
        ["backward"] = "separate",
        ["clamp"] = "step",
        ["color"] = "luminance",
        ["styleMasks"] = "one.png, two.png",
        ["contentMask"] = "three.png",
        ["colorMask"] = "four.png",
        ["alpha"] = "keep",
        ["outputSize"] = "content",
        ["outputFormat"] = "tiff16",
        ["jpegQuality"] = "80",
        ["precision"] = "bfloat16",
        ["oversize"] = "shrink",
        ["seed"] = "77",
    };

    /// <summary>The names of the images among them.</summary>
    public static IReadOnlyList<string> Images { get; } = ["start.png", "one.png", "two.png", "three.png", "four.png"];

    /// <summary>The text of a parameter's other value, as a label writes it.</summary>
    public static string TextOf(ParameterDefinition definition) => Texts[definition.Name];

    /// <summary>A parameter's other value.</summary>
    public static object Of(ParameterDefinition definition)
    {
        var problems = new List<ValueProblem>();
        var value = definition.Parse(TextOf(definition), problems);
        Assert.True(value is not null, $"{definition}: {string.Join("; ", problems.Select(problem => problem.Message))}");
        return value;
    }
}
