using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Networks;

/// <summary>What to make of a weights file.</summary>
public sealed record WeightsConversion
{
    /// <summary>The form to write: .safetensors, which says what it is, or TorchSharp's, which can't.</summary>
    public WeightsFormat Format { get; init; } = WeightsFormat.Safetensors;

    /// <summary>Float32 or float16; null, the default, for float16 where the file's own numbers are of it, else float32.</summary>
    public NumberType? Type { get; init; }

    /// <summary>The network; null to take the one that the file says.</summary>
    public NetworkName? Network { get; init; }

    /// <summary>The preprocessing; null to take the one that is known of the file.</summary>
    public Preprocessing? Preprocessing { get; init; }

    /// <summary>The last convolution to keep; null for all. What comes before it stays, for layers are computed in order.</summary>
    public LayerName? Last { get; init; }

    /// <summary>Converts a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>
    /// The bytes of the new file. .safetensors has names such as <c>conv1_1.weight</c> and metadata <c>arch</c>, <c>preprocessing</c>
    /// and <c>source</c>; TorchSharp's format has torchvision's names, which TorchSharp's own VGG modules load.
    /// </returns>
    /// <exception cref="WeightsException">The file is damaged, doesn't tell what it is, or lacks the last layer; or the form can't be written.</exception>
    public byte[] Convert(WeightsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var network = Network ?? file.Network ?? throw new WeightsException(
            $"{file.Name} holds only layers that VGG-16 and VGG-19 share and doesn't tell of which it is; say --network vgg16 or vgg19.");
        var weights = file.Read(network, Preprocessing);
        if (Last is { } last && !weights.Convolutions.Contains(last))
            throw new WeightsException($"{file.Name} holds no layer {last}; it holds {string.Join(", ", weights.Convolutions)}.");

        var layers = weights.Convolutions.TakeWhile(layer => Last is not { } end || VggTopology.DepthOf(layer) <= VggTopology.DepthOf(end)).ToList();
        var type = Type ?? (file.Layers[0].Type == EnumNames.Of(NumberType.Float16) ? NumberType.Float16 : NumberType.Float32);
        return Format switch
        {
            WeightsFormat.Safetensors => SafetensorsFile.Write(Tensors(layer => layer.ToString()), type, MetadataOf(file, weights)),
            WeightsFormat.TorchSharp => TorchSharpFile.Write(Tensors(layer => VggTensorNames.TorchvisionName(network, layer)), type),
            _ => throw new WeightsException($"Weights can't be written as {EnumNames.Of(Format)}; allowed are safetensors and torch-sharp."),
        };

        List<NamedTensor> Tensors(Func<LayerName, string> nameOf) =>
        [
            .. layers.SelectMany(layer =>
            {
                var convolution = weights.Of(layer);
                return (NamedTensor[])
                [
                    new($"{nameOf(layer)}.weight", [convolution.OutputChannels, convolution.InputChannels, 3, 3], convolution.Kernel),
                    new($"{nameOf(layer)}.bias", [convolution.OutputChannels], convolution.Bias),
                ];
            }),
        ];
    }

    private static Dictionary<string, string> MetadataOf(WeightsFile file, NetworkWeights weights) => new(file.Metadata)
    {
        ["arch"] = EnumNames.Of(weights.Reference.Network),
        ["preprocessing"] = EnumNames.Of(weights.Preprocessing),
        ["source"] = file.Metadata.GetValueOrDefault("source") is { Length: > 0 } source
            ? $"{source}; {file.Name}, SHA-256 {file.Sha256}"
            : $"{file.Name}, SHA-256 {file.Sha256}",
    };
}
