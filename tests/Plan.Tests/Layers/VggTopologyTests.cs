using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Layers;

public sealed class VggTopologyTests
{
    [Fact]
    public void Contains_Vgg16_LacksTheFourthConvolutions()
    {
        var missing = VggTopology.Layers.Where(layer => !VggTopology.Contains(NetworkName.Vgg16, layer));

        Assert.Equal(["conv3_4", "relu3_4", "conv4_4", "relu4_4", "conv5_4", "relu5_4"], missing.Select(layer => layer.ToString()));
    }

    [Theory]
    [InlineData(NetworkName.Vgg19)]
    [InlineData(NetworkName.Vgg19Mini)]
    public void Contains_Vgg19_HasAllAndNoOther(NetworkName network)
    {
        Assert.All(VggTopology.Layers, layer => Assert.True(VggTopology.Contains(network, layer)));
        Assert.False(VggTopology.Contains(network, LayerName.Parse("conv1_3")));
        Assert.False(VggTopology.Contains(NetworkName.Vgg16, LayerName.Parse("relu6_1")));
    }
}
