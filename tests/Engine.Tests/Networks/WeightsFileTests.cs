using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Engine.Tests.Networks.Formats;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Networks;

public class WeightsFileTests
{
    [Theory]
    [InlineData(NetworkName.Vgg19, "vgg19", "conv3_4", 16)]
    [InlineData(NetworkName.Vgg16, "vgg16", "conv4_3", 13)]
    [InlineData(NetworkName.Vgg16, null, "conv4_3", 13)]
    public void Parse_Safetensors_RecognizesNetwork(NetworkName network, string? arch, string layer, int count)
    {
        var file = WeightsFile.Parse("f", SmallVgg.Safetensors(network, arch));

        Assert.Equal(network, file.Network);
        Assert.Equal(count, file.Layers.Count);
        var weights = file.Read(network);
        Assert.Equal(network, weights.Reference.Network);
        Assert.NotEmpty(weights.Of(LayerName.Parse(layer)).Kernel);
    }

    [Theory]
    [InlineData(NetworkName.Vgg19, 16, 34)]
    [InlineData(NetworkName.Vgg16, 13, 28)]
    public void Parse_TorchvisionNames_RecognizesNetworkByIndices(NetworkName network, int count, int lastIndex)
    {
        var classifier = TorchSample.Of("classifier.0.weight", "c", [2, 2], [1, 2, 3, 4]);
        foreach (var legacy in (bool[])[true, false])
        {
            TorchSample[] samples = [.. Samples(network), classifier];
            var file = WeightsFile.Parse("f.pth", legacy ? TorchFiles.Legacy(samples) : TorchFiles.Zip(samples));

            Assert.Equal(network, file.Network);
            Assert.Equal(count, file.Layers.Count);
            Assert.Equal("features.0", file.Layers[0].Tensor);
            Assert.Equal($"features.{lastIndex}", file.Layers[^1].Tensor);
            Assert.Equal(LayerName.Parse(network == NetworkName.Vgg16 ? "conv5_3" : "conv5_4"), file.Layers[^1].Layer);
        }
    }

    [Fact]
    public void Parse_FirstBlocksOnly_FitsBothNetworks()
    {
        var file = WeightsFile.Parse("f", SmallVgg.Safetensors(NetworkName.Vgg16, null, layers: 7));

        Assert.Null(file.Network);
        Assert.Equal(NetworkName.Vgg16, file.Read(NetworkName.Vgg16).Reference.Network);
        Assert.Equal(NetworkName.Vgg19, file.Read(NetworkName.Vgg19).Reference.Network);
    }

    [Fact]
    public void Read_FileOfAnotherNetwork_ThrowsNamingBoth()
    {
        foreach (var arch in (string?[])["vgg16", null])
        {
            var exception = Assert.Throws<WeightsException>(
                () => NetworkWeights.Parse(NetworkName.Vgg19, "w.safetensors", SmallVgg.Safetensors(NetworkName.Vgg16, arch)));
            Assert.Equal("w.safetensors holds weights of vgg16, not of vgg19.", exception.Message);
        }
    }

    [Fact]
    public void Parse_MetadataAgainstLayers_Throws()
    {
        Assert.Contains("arch 'vgg16'", Refusal(SmallVgg.Safetensors(NetworkName.Vgg19, "vgg16")), StringComparison.Ordinal);
        Assert.Contains("arch 'alexnet'", Refusal(SmallVgg.Safetensors(NetworkName.Vgg19, "alexnet")), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BatchNormalizationOrMixedOrOther_Throws()
    {
        Assert.Contains("batch normalization", Refusal(TorchFiles.Zip([.. Samples(NetworkName.Vgg19), TorchSample.Of("features.1.weight", "x", [1], [1])])), StringComparison.Ordinal);
        Assert.Contains("no network has together", Refusal(TorchFiles.Zip([.. Samples(NetworkName.Vgg19), TorchSample.Of("features.17.weight", "x", [1], [1])])), StringComparison.Ordinal);
        Assert.Contains("it holds fc.weight", Refusal(TorchFiles.Zip(TorchSample.Of("fc.weight", "x", [1], [1]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WrongShapesOrNumbers_ThrowsSayingWhich()
    {
        var samples = Samples(NetworkName.Vgg19);
        Assert.Contains("'features.2.weight' has shape [2, 1, 3, 6]; expected [channels, 2, 3, 3]", Unreadable(2, samples[2] with { Shape = [2, 1, 3, 6], Strides = [18, 18, 6, 1] }), StringComparison.Ordinal);
        Assert.Contains("'features.0.bias' is missing or has another length", Unreadable(1, samples[1] with { Shape = [1] }), StringComparison.Ordinal);
        Assert.Contains("'features.0.bias' holds numbers that are not finite", Unreadable(1, TorchSample.Of("features.0.bias", "b", [2], [1, float.NaN])), StringComparison.Ordinal);

        string Unreadable(int index, TorchSample changed)
        {
            TorchSample[] all = [.. samples];
            all[index] = changed;
            return Assert.Throws<WeightsException>(
                () => WeightsFile.Parse("f", TorchFiles.Zip(all)).Read(NetworkName.Vgg19, Preprocessing.Caffe)).Message;
        }
    }

    [Fact]
    public void Preprocessing_NothingTells_IsNotGuessed()
    {
        var file = WeightsFile.Parse("w.pth", TorchFiles.Zip([.. Samples(NetworkName.Vgg19)]));

        Assert.Null(file.Preprocessing());
        Assert.Contains("--preprocessing torchvision or caffe", Assert.Throws<WeightsException>(() => file.Read(NetworkName.Vgg19)).Message, StringComparison.Ordinal);
        Assert.Equal(Preprocessing.Torchvision, file.Read(NetworkName.Vgg19, Preprocessing.Torchvision).Preprocessing);
    }

    [Fact]
    public void Preprocessing_UnknownMetadata_Throws()
    {
        var file = SafetensorsFile.Write(
            SmallVgg.Tensors(NetworkName.Vgg19, layer => layer.ToString()), NumberType.Float32, new Dictionary<string, string> { ["preprocessing"] = "keras" });

        Assert.Contains("'keras'; allowed are torchvision and caffe", Assert.Throws<WeightsException>(() => WeightsFile.Parse("f", file).Preprocessing()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dcbb9e9d", Preprocessing.Torchvision)]
    [InlineData("397923af", Preprocessing.Torchvision)]
    [InlineData("d01eb7cb", Preprocessing.Caffe)]
    [InlineData("00b39a1b", Preprocessing.Caffe)]
    public void Preprocessing_PublishedFile_IsKnownByItsHash(string digits, Preprocessing expected)
    {
        var tensors = TensorFiles.Parse("f", TorchFiles.Zip([.. Samples(NetworkName.Vgg19)]));

        var choice = PreprocessingRule.Of("f", tensors, digits.PadRight(64, '0'), [], null);

        Assert.Equal(expected, choice!.Preprocessing);
        Assert.Contains(digits, choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Preprocessing_OxfordKernel_IsCaffeAlsoAsFloat16()
    {
        var shared = WeightsFile.Parse("shared", File.ReadAllBytes(SharedFolder.Path("weights", "vgg19-caffe-conv1_1-conv3_4.safetensors")));
        var half = new WeightsConversion { Format = WeightsFormat.TorchSharp, Type = NumberType.Float16 }.Convert(shared);

        var choice = WeightsFile.Parse("half.dat", half).Preprocessing();

        Assert.Equal(Preprocessing.Caffe, choice!.Preprocessing);
        Assert.Contains("first kernel", choice.Reason, StringComparison.Ordinal);
    }

    internal static List<TorchSample> Samples(NetworkName network) =>
    [
        .. SmallVgg.Tensors(network, layer => VggTensorNames.TorchvisionName(network, layer))
            .Select((tensor, index) => TorchSample.Of(tensor.Name, $"{index}", [.. tensor.Shape], tensor.Values)),
    ];

    private static string Refusal(byte[] file) => Assert.Throws<WeightsException>(() => WeightsFile.Parse("f", file)).Message;
}
