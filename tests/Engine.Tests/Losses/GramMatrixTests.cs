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

    [Theory]
    [InlineData(16, 16, 32)] // in parts
    [InlineData(16, 5, 7)] // positions that can't be parted
    [InlineData(48, 16, 16)] // too many channels
    public void Of_AnyShape_IsTheMatrixTimesItsTranspose(int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var features = rand(1, channels, height, width);
        var matrix = features.reshape(channels, -1).to_type(ScalarType.Float64);

        var difference = GramMatrix.Of(features).to_type(ScalarType.Float64) - matrix.mm(matrix.t());

        Assert.InRange((difference.norm() / matrix.mm(matrix.t()).norm()).item<double>(), 0, 1e-5);
    }

    [Fact]
    public void Of_NotFourDimensional_ThrowsNamingTheShape()
    {
        using var scope = NewDisposeScope();

        var exception = Assert.Throws<ArgumentException>(() => GramMatrix.Of(zeros(3, 4)));

        Assert.Contains("[3,4]", exception.Message, StringComparison.Ordinal);
    }
}
