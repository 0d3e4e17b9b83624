using System.Security.Cryptography;
using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// A weights file of any known format, recognized and checked, with its numbers not yet read: which network it is of, which of its
/// convolutions it holds, and what preprocessing they expect.
/// </summary>
public sealed class WeightsFile
{
    private readonly ITensorFile _tensors;

    private WeightsFile(string name, string sha256, ITensorFile tensors, NetworkName? network)
    {
        (Name, Sha256, _tensors, Network) = (name, sha256, tensors, network);
        Layers = LayersOf(network ?? NetworkName.Vgg19);
        if (Layers.Count == 0)
        {
            throw new WeightsException(
                $"{name} holds no tensor 'conv1_1.weight' or 'features.0.weight'; it holds {Shown.List(tensors.Names, 8)}.");
        }
    }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hex digits.</summary>
    public string Sha256 { get; }

    /// <summary>Its form.</summary>
    public WeightsFormat Format => _tensors.Format;

    /// <summary>What it says about itself; empty for formats that have no place for it.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _tensors.Metadata;

    /// <summary>
    /// The network that its metadata (<c>arch</c>) or the names of its tensors say; null where the first blocks alone don't tell
    /// VGG-16 from VGG-19.
    /// </summary>
    public NetworkName? Network { get; }

    /// <summary>Its convolutions, in order, from the first to the last that leaves no gap.</summary>
    public IReadOnlyList<WeightsLayer> Layers { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="file">All of its bytes; kept, not copied.</param>
    /// <exception cref="WeightsException">The file is damaged, or not of a VGG network.</exception>
    public static WeightsFile Parse(string name, ReadOnlyMemory<byte> file)
    {
        var tensors = TensorFiles.Parse(name, file);
        var recognized = VggTensorNames.Recognize(name, tensors);
        if (tensors.Metadata.TryGetValue("arch", out var arch))
        {
            if (!EnumNames.TryParse<NetworkName>(arch, out var network))
                throw new WeightsException($"{name}: its metadata says arch '{Shown.Text(arch)}'; allowed are {string.Join(", ", EnumNames.All<NetworkName>())}.");
            if (recognized is { } other && (other == NetworkName.Vgg16) != (network == NetworkName.Vgg16))
                throw new WeightsException($"{name}: its metadata says arch '{arch}', but its layers are those of {EnumNames.Of(other)}.");
            recognized = network;
        }

        return new WeightsFile(name, Convert.ToHexStringLower(SHA256.HashData(file.Span)), tensors, recognized);
    }

    /// <summary>What preprocessing the weights expect, and how that is known; null when it can't be known.</summary>
    /// <param name="asked">What the user says about it; null for nothing.</param>
    /// <exception cref="WeightsException">The metadata says something unknown, or the first kernel is damaged.</exception>
    public PreprocessingChoice? Preprocessing(Preprocessing? asked = null) =>
        PreprocessingRule.Of(Name, _tensors, Sha256, _tensors.ReadSingles($"{Layers[0].Tensor}.weight"), asked);

    /// <summary>Reads the numbers.</summary>
    /// <param name="network">The network that they are to serve.</param>
    /// <param name="preprocessing">What the user says about the preprocessing; null to find it.</param>
    /// <exception cref="WeightsException">The file is of another network, its numbers are damaged, or its preprocessing can't be known.</exception>
    public NetworkWeights Read(NetworkName network, Preprocessing? preprocessing = null)
    {
        // By names alone a file of vgg19-mini looks like one of vgg19.
        var same = Network is null || Network == network
            || (network == NetworkName.Vgg19Mini && Network == NetworkName.Vgg19 && !Metadata.ContainsKey("arch"));
        if (!same)
            throw new WeightsException($"{Name} holds weights of {EnumNames.Of(Network!.Value)}, not of {EnumNames.Of(network)}.");

        var convolutions = new Dictionary<LayerName, ConvolutionWeights>();
        var channels = 3L;
        foreach (var layer in LayersOf(network))
        {
            convolutions.Add(layer.Layer, ReadConvolution(layer, channels));
            channels = layer.Shape[0];
        }

        var choice = Preprocessing(preprocessing) ?? throw new WeightsException(
            $"{Name} doesn't tell what preprocessing its weights expect: it has no metadata, and is none of the published files. "
            + $"'nst weights convert' with --preprocessing {string.Join(" or ", EnumNames.All<Preprocessing>())} makes a file that tells.");
        return new NetworkWeights(new WeightsReference(network, Sha256), choice.Preprocessing, convolutions);
    }

    private List<WeightsLayer> LayersOf(NetworkName network)
    {
        var layers = new List<WeightsLayer>();
        foreach (var layer in VggTopology.Convolutions.Where(layer => VggTopology.Contains(network, layer)))
        {
            if (VggTensorNames.Find(_tensors, network, layer) is not { } tensor)
                break;
            layers.Add(new WeightsLayer(layer, tensor, _tensors.ShapeOf($"{tensor}.weight"), _tensors.TypeOf($"{tensor}.weight")));
        }

        return layers;
    }

    private ConvolutionWeights ReadConvolution(WeightsLayer layer, long inputChannels)
    {
        var (weight, bias) = ($"{layer.Tensor}.weight", $"{layer.Tensor}.bias");
        if (layer.Shape is not [> 0 and var channels, var inputs, 3, 3] || inputs != inputChannels)
        {
            throw new WeightsException(
                $"{Name}: '{weight}' has shape [{string.Join(", ", layer.Shape)}]; expected [channels, {inputChannels}, 3, 3].");
        }

        if (!_tensors.Contains(bias) || _tensors.ShapeOf(bias) is not [var biases] || biases != channels)
            throw new WeightsException($"{Name}: '{bias}' is missing or has another length than the {channels} channels of its weight.");

        return new ConvolutionWeights((int)channels, (int)inputs, Finite(weight), Finite(bias));
    }

    private float[] Finite(string tensor)
    {
        var values = _tensors.ReadSingles(tensor);
        return Array.TrueForAll(values, float.IsFinite) ? values : throw new WeightsException($"{Name}: '{tensor}' holds numbers that are not finite.");
    }
}
