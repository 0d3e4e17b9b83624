using System.Security.Cryptography;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// The weights of a VGG network: as many of its convolutions, from the first on, as the file holds. A file that holds only the
/// first blocks serves the layers that it has.
/// </summary>
public sealed class NetworkWeights
{
    private readonly Dictionary<LayerName, ConvolutionWeights> _convolutions;

    private NetworkWeights(WeightsReference reference, Preprocessing preprocessing, Dictionary<LayerName, ConvolutionWeights> convolutions)
    {
        Reference = reference;
        Preprocessing = preprocessing;
        _convolutions = convolutions;
    }

    /// <summary>The network and the hash of the file.</summary>
    public WeightsReference Reference { get; }

    /// <summary>What the weights expect of an image.</summary>
    public Preprocessing Preprocessing { get; }

    /// <summary>The convolutions that are there, in order.</summary>
    public IReadOnlyList<LayerName> Convolutions => [.. VggTopology.Convolutions.Where(_convolutions.ContainsKey)];

    /// <summary>Reads a .safetensors file with tensors <c>conv1_1.weight</c>, <c>conv1_1.bias</c> and so on.</summary>
    /// <param name="network">The network that it serves.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="file">All of its bytes.</param>
    /// <exception cref="WeightsException">The file is damaged, or not of a VGG network.</exception>
    public static NetworkWeights Parse(NetworkName network, string name, ReadOnlyMemory<byte> file)
    {
        var tensors = SafetensorsFile.Parse(name, file);
        var convolutions = new Dictionary<LayerName, ConvolutionWeights>();
        var channels = 3;
        foreach (var layer in VggTopology.Convolutions)
        {
            if (!tensors.Contains($"{layer}.weight"))
                break;

            var convolution = ReadConvolution(name, tensors, layer, channels);
            convolutions.Add(layer, convolution);
            channels = convolution.OutputChannels;
        }

        if (convolutions.Count == 0)
            throw new WeightsException($"{name} holds no tensor 'conv1_1.weight'; it holds {string.Join(", ", tensors.Names.Take(8))}.");

        var reference = new WeightsReference(network, Convert.ToHexStringLower(SHA256.HashData(file.Span)));
        return new NetworkWeights(reference, ReadPreprocessing(name, tensors), convolutions);
    }

    /// <summary>One convolution's numbers.</summary>
    /// <exception cref="WeightsException">The file doesn't hold it; the message names the layers that it holds.</exception>
    public ConvolutionWeights Of(LayerName convolution) => _convolutions.TryGetValue(convolution, out var weights)
        ? weights
        : throw new WeightsException(
            $"The weights of {EnumNames.Of(Reference.Network)} hold no layer {convolution}; they hold {string.Join(", ", Convolutions)}.");

    private static ConvolutionWeights ReadConvolution(string file, SafetensorsFile tensors, LayerName layer, int inputChannels)
    {
        var shape = tensors.ShapeOf($"{layer}.weight");
        if (shape.Count != 4 || shape[1] != inputChannels || shape[2] != 3 || shape[3] != 3)
        {
            throw new WeightsException(
                $"{file}: '{layer}.weight' has shape [{string.Join(", ", shape)}]; expected [channels, {inputChannels}, 3, 3].");
        }

        if (!tensors.Contains($"{layer}.bias") || tensors.ShapeOf($"{layer}.bias") is not [var biases] || biases != shape[0])
            throw new WeightsException($"{file}: '{layer}.bias' is missing or has another length than the {shape[0]} channels of its weight.");

        return new ConvolutionWeights(
            (int)shape[0], inputChannels, tensors.ReadSingles($"{layer}.weight"), tensors.ReadSingles($"{layer}.bias"));
    }

    private static Preprocessing ReadPreprocessing(string file, SafetensorsFile tensors) =>
        tensors.Metadata.GetValueOrDefault("preprocessing") switch
        {
            "torchvision" => Preprocessing.Torchvision,
            "caffe" => Preprocessing.Caffe,
            var other => throw new WeightsException(
                $"{file}: its metadata says preprocessing '{other}'; allowed are torchvision and caffe."),
        };
}
