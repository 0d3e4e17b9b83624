using NeuralStyle.Engine.Losses;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class GramMatrixTests
{
    [Fact]
    public void Of_HandWorkedFeatures_ReturnsInnerProductsOfChannels()
    {
        using var scope = NewDisposeScope();
        var features = tensor(new[] { 1f, 2, 3, 0, 1, -1 }, [1L, 2, 1, 3]);

        var gram = GramMatrix.Of(features).data<float>().ToArray();

        Assert.Equal([14f, -1, -1, 2], gram);
    }

    [Fact]
    public void Of_NotFourDimensional_ThrowsNamingTheShape()
    {
        using var scope = NewDisposeScope();

        var exception = Assert.Throws<ArgumentException>(() => GramMatrix.Of(zeros(3, 4)));

        Assert.Contains("[3,4]", exception.Message, StringComparison.Ordinal);
    }
}
