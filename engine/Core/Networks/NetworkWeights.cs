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

    internal NetworkWeights(WeightsReference reference, Preprocessing preprocessing, Dictionary<LayerName, ConvolutionWeights> convolutions)
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

    /// <summary>Reads a weights file of any format that <see cref="WeightsFile"/> knows.</summary>
    /// <param name="network">The network that it serves.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="file">All of its bytes.</param>
    /// <exception cref="WeightsException">The file is damaged, of another network, or doesn't tell its preprocessing.</exception>
    public static NetworkWeights Parse(NetworkName network, string name, ReadOnlyMemory<byte> file) =>
        WeightsFile.Parse(name, file).Read(network);

    /// <summary>One convolution's numbers.</summary>
    /// <exception cref="WeightsException">The file doesn't hold it; the message names the layers that it holds.</exception>
    public ConvolutionWeights Of(LayerName convolution) => _convolutions.TryGetValue(convolution, out var weights)
        ? weights
        : throw new WeightsException(
            $"The weights of {EnumNames.Of(Reference.Network)} hold no layer {convolution}; they hold {string.Join(", ", Convolutions)}.");
}
