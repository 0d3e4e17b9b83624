using NeuralStyle.Engine.Losses;
using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class LayerMaskTests
{
    [Fact]
    public void Of_PooledLayer_IsTheMeanOfEachPositionsPart()
    {
        using var scope = NewDisposeScope();
        var mask = tensor(new[] { 1f, 1, 0, 0, 1, 0, 0, 0 }, [1L, 1, 2, 4]);

        var here = LayerMask.Of(mask, LayerName.Parse("relu2_1"));

        Assert.Equal([1L, 1, 1, 2], here.shape);
        Assert.Equal([0.75f, 0], here.data<float>().ToArray());
    }

    [Fact]
    public void Of_OddSides_HasTheLayersSize()
    {
        using var scope = NewDisposeScope();

        var here = LayerMask.Of(ones(1, 1, 17, 23), LayerName.Parse("conv3_2"));

        Assert.Equal([1L, 1, 4, 5], here.shape);
        Assert.All(here.data<float>().ToArray(), value => Assert.Equal(1f, value));
    }

    [Fact]
    public void Guidance_AnyMask_SquaresSumToThePositions()
    {
        using var scope = NewDisposeScope();

        var guidance = LayerMask.Guidance(rand(1, 1, 16, 24), LayerName.Parse("relu2_1"))!;

        Assert.Equal(96, guidance.square().sum().item<float>(), 1e-3);
    }

    [Fact]
    public void Guidance_BlackMask_IsNull()
    {
        using var scope = NewDisposeScope();

        Assert.Null(LayerMask.Guidance(zeros(1, 1, 8, 8), LayerName.Parse("relu1_1")));
    }

    [Fact]
    public void Of_MaskOfThreeChannels_ThrowsNamingTheShape()
    {
        using var scope = NewDisposeScope();

        var exception = Assert.Throws<ArgumentException>(() => LayerMask.Of(ones(1, 3, 8, 8), LayerName.Parse("relu1_1")));

        Assert.Contains("[1,3,8,8]", exception.Message, StringComparison.Ordinal);
    }
}
