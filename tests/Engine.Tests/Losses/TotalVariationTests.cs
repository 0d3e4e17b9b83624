using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class TotalVariationTests
{
    [Theory]
    [InlineData(TvConvention.MeanSquare, "mean_sq_01")]
    [InlineData(TvConvention.NeuralStylePt, "sum_abs_255")]
    [InlineData(TvConvention.Titu1994, "titu_255")]
    public void Of_EachConvention_MatchesReference(TvConvention convention, string key)
    {
        using var scope = NewDisposeScope();
        var golden = GoldenLosses.Read();
        var image = SharedFolder.Tensors("features.safetensors").Tensor("init");

        var actual = TotalVariation.Of(image, convention, 1).Loss.item<float>();

        Assert.InRange(actual / golden.Tv(key), 1 - 1e-4, 1 + 1e-4);
    }

    // One channel of three: (0, 1; 0, 3). dx = 1, 3; dy = 0, 2. The top left pixel alone has both neighbors: dx = 1, dy = 0.
    // With its border repeated: (0, 0, 1, 1; 0, 0, 1, 1; 0, 0, 3, 3; 0, 0, 3, 3). dx = 1, 0, 3, 0; dy = 0, 2, 0, 0; along the diagonals
    // 0, 1, 0, 0, 3, 2, 0, 3, 0 and 0, -1, 0, 0, -1, 2, 0, -3, 0.
    [Theory]
    [InlineData(TvConvention.MeanSquare, ((1 + 9) / 6.0) + ((0 + 4) / 6.0))]
    [InlineData(TvConvention.NeuralStylePt, (1 + 3 + 0 + 2) * 255.0)]
    [InlineData(TvConvention.Titu1994, 255 * 255 * 15.968719422671311)]
    [InlineData(TvConvention.Crowsonkb, 2 * ((10 / 12.0 / 3) + (4 / 12.0 / 3) + (23 / 27.0 / 12) + (15 / 27.0 / 12)))]
    public void Of_HandWorkedImage_ReturnsTheFormula(TvConvention convention, double expected)
    {
        using var scope = NewDisposeScope();
        var image = tensor(new[] { 0f, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0 }, [1L, 3, 2, 2]);

        Assert.Equal(1, TotalVariation.Of(image, convention, 1).Loss.item<float>() / expected, 1e-6);
    }

    [Fact]
    public void Of_OnePixelWide_ThrowsNamingTheSize()
    {
        using var scope = NewDisposeScope();

        var exception = Assert.Throws<ArgumentException>(() => TotalVariation.Of(zeros(1, 3, 5, 1), TvConvention.MeanSquare, 1));

        Assert.Contains("1 x 5", exception.Message, StringComparison.Ordinal);
    }
}
