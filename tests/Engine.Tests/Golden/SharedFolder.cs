using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Golden;

/// <summary>The folder of reference values and real weights, where the environment names one; a test that needs it is skipped without.</summary>
internal static class SharedFolder
{
    private const string Variable = "NEURALSTYLE_SHARED";

    public static string Path(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(root), $"{Variable} is not set: no reference values to compare with.");
        return System.IO.Path.Combine([root!, .. parts]);
    }

    public static SafetensorsFile Tensors(string name)
    {
        var path = Path("golden", name);
        return SafetensorsFile.Parse(name, File.ReadAllBytes(path));
    }

    public static NetworkWeights Vgg19()
    {
        var path = Path("weights", "vgg19-caffe-conv1_1-conv3_4.safetensors");
        return NetworkWeights.Parse(NetworkName.Vgg19, "vgg19", File.ReadAllBytes(path));
    }
}
