using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Engine.Tests.Networks.Formats;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Networks;

public class WeightsConversionTests
{
    [Fact]
    public void Convert_RealWeightsToEachFormat_ReadsBackTheSameNumbers()
    {
        var shared = WeightsFile.Parse("vgg19", File.ReadAllBytes(SharedFolder.Path("weights", "vgg19-caffe-conv1_1-conv3_4.safetensors")));
        var original = shared.Read(NetworkName.Vgg19);
        TorchSample[] samples =
        [
            .. original.Convolutions.SelectMany((layer, index) =>
            {
                var (name, convolution) = (VggTensorNames.TorchvisionName(NetworkName.Vgg19, layer), original.Of(layer));
                return (TorchSample[])
                [
                    TorchSample.Of($"{name}.weight", $"{2 * index}", [convolution.OutputChannels, convolution.InputChannels, 3, 3], convolution.Kernel),
                    TorchSample.Of($"{name}.bias", $"{(2 * index) + 1}", [convolution.OutputChannels], convolution.Bias),
                ];
            }),
        ];

        foreach (var bytes in (byte[][])
            [
                new WeightsConversion().Convert(shared),
                new WeightsConversion { Format = WeightsFormat.TorchSharp }.Convert(shared),
                TorchFiles.Zip(samples),
                TorchFiles.Legacy(samples),
            ])
        {
            // None of them but .safetensors says what preprocessing it expects: the first kernel does.
            var read = NetworkWeights.Parse(NetworkName.Vgg19, "converted", bytes);
            Assert.Equal(Preprocessing.Caffe, read.Preprocessing);
            Assert.Equal(original.Convolutions, read.Convolutions);
            foreach (var layer in original.Convolutions)
            {
                Assert.Equal(original.Of(layer).Kernel, read.Of(layer).Kernel);
                Assert.Equal(original.Of(layer).Bias, read.Of(layer).Bias);
            }
        }
    }

    [Fact]
    public void Convert_ToSafetensors_SaysWhatItIs()
    {
        var file = WeightsFile.Parse("w.pth", TorchFiles.Zip([.. WeightsFileTests.Samples(NetworkName.Vgg16)]));

        var converted = WeightsFile.Parse("c", new WeightsConversion { Preprocessing = Preprocessing.Torchvision }.Convert(file));

        Assert.Equal(WeightsFormat.Safetensors, converted.Format);
        Assert.Equal("vgg16", converted.Metadata["arch"]);
        Assert.Equal("torchvision", converted.Metadata["preprocessing"]);
        Assert.Equal($"w.pth, SHA-256 {file.Sha256}", converted.Metadata["source"]);
        Assert.Equal(Preprocessing.Torchvision, converted.Read(NetworkName.Vgg16).Preprocessing);
    }

    [Fact]
    public void Convert_SomeLayersAsFloat16_KeepsThoseRounded()
    {
        var file = WeightsFile.Parse("w", SmallVgg.Safetensors(NetworkName.Vgg19, "vgg19"));
        var conversion = new WeightsConversion { Last = LayerName.Parse("conv2_1"), Type = NumberType.Float16 };

        var converted = WeightsFile.Parse("c", conversion.Convert(file));

        Assert.Equal(["conv1_1", "conv1_2", "conv2_1"], converted.Layers.Select(layer => layer.Layer.ToString()));
        Assert.All(converted.Layers, layer => Assert.Equal("float16", layer.Type));
        var (before, after) = (file.Read(NetworkName.Vgg19).Of(LayerName.Parse("conv2_1")).Kernel, converted.Read(NetworkName.Vgg19).Of(LayerName.Parse("conv2_1")).Kernel);
        Assert.Equal(before.Select(value => (float)(Half)value), after);
    }

    [Fact]
    public void Convert_WhatCannotBe_Throws()
    {
        var file = WeightsFile.Parse("w", SmallVgg.Safetensors(NetworkName.Vgg19, null, layers: 3));

        Assert.Contains("--network", Refusal(new WeightsConversion()), StringComparison.Ordinal);
        Assert.Contains("holds no layer conv3_1", Refusal(new WeightsConversion { Network = NetworkName.Vgg19, Last = LayerName.Parse("conv3_1") }), StringComparison.Ordinal);
        Assert.Contains("torch-zip", Refusal(new WeightsConversion { Network = NetworkName.Vgg19, Format = WeightsFormat.TorchZip }), StringComparison.Ordinal);

        string Refusal(WeightsConversion conversion) => Assert.Throws<WeightsException>(() => conversion.Convert(file)).Message;
    }

    [Fact]
    public void FromSingles_BeyondFloat16_Throws() =>
        Assert.Contains("65504", Assert.Throws<WeightsException>(() => NumberBytes.FromSingles(NumberType.Float16, [1e6f])).Message, StringComparison.Ordinal);
}
