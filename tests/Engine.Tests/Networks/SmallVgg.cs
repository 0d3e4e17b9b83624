using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Networks;

/// <summary>VGG networks of a few channels with made-up weights, small enough to be made in a test.</summary>
internal static class SmallVgg
{
    /// <summary>The tensors of a network, 2 channels in block 1 up to 6 in block 5.</summary>
    public static List<NamedTensor> Tensors(NetworkName network, Func<LayerName, string> nameOf, int layers = 16)
    {
        var random = new Random(5);
        var tensors = new List<NamedTensor>();
        var inputs = 3;
        foreach (var layer in VggTopology.Convolutions.Where(layer => VggTopology.Contains(network, layer)).Take(layers))
        {
            var outputs = layer.Block + 1;
            tensors.Add(new NamedTensor($"{nameOf(layer)}.weight", [outputs, inputs, 3, 3], Values(outputs * inputs * 9)));
            tensors.Add(new NamedTensor($"{nameOf(layer)}.bias", [outputs], Values(outputs)));
            inputs = outputs;
        }

        return tensors;

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() - 0.4) * 0.5))];
    }

    public static byte[] Safetensors(NetworkName network, string? arch, int layers = 16)
    {
        var metadata = new Dictionary<string, string> { ["preprocessing"] = "torchvision" };
        if (arch is not null)
            metadata["arch"] = arch;
        return SafetensorsFile.Write(Tensors(network, layer => layer.ToString(), layers), NumberType.Float32, metadata);
    }
}
