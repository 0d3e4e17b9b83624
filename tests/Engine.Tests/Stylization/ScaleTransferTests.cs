using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public class ScaleTransferTests
{
    [Fact]
    public void Image_OvershootingEdge_IsBroughtBackToTheRange()
    {
        using var scope = NewDisposeScope();
        var edge = zeros(1, 3, 8, 8);
        edge.narrow(3, 4, 4).fill_(1);

        var image = ScaleTransfer.Image(edge, 16, 20);

        Assert.Equal([1, 3, 16, 20], image.shape);
        Assert.All(TestImages.Values(image), value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Image_Ramp_StaysTheRampAwayFromItsEnds()
    {
        using var scope = NewDisposeScope();
        var ramp = arange(0, 16, dtype: ScalarType.Float32).div(16).view(1, 1, 1, 16).expand(1, 3, 16, 16).contiguous();

        var image = ScaleTransfer.Image(ramp, 32, 32);

        // Pixel x of the larger image lies at (x + 0.5) / 2 - 0.5 of the smaller one; the cubic bends a straight line by 0.003.
        var row = TestImages.Values(image.narrow(2, 10, 1).narrow(1, 0, 1));
        for (var x = 6; x < 26; x++)
            Assert.Equal((((x + 0.5) / 2) - 0.5) / 16, row[x], 0.004);
    }

    [Fact]
    public void Moments_OfAdam_HaveTheNewSizeAndNoNegativeSquares()
    {
        var shape = new long[] { 1, 3, 4, 6 };
        var state = new AdamState(new AdamOptions(), 12, [.. Values(-1)], [.. Values(0)]);

        var scaled = ScaleTransfer.Moments(state, shape, 8, 12);

        Assert.Equal((12, 3 * 8 * 12, 3 * 8 * 12), (scaled.Steps, scaled.Mean.Length, scaled.MeanSquare.Length));
        Assert.All(scaled.MeanSquare, value => Assert.InRange(value, 0, 1));
        Assert.Contains(scaled.Mean, value => value < 0);

        IEnumerable<float> Values(float low) => Enumerable.Range(0, 3 * 4 * 6).Select(i => i % 5 == 0 ? 1f : low);
    }

    [Fact]
    public void Moments_BeforeTheFirstStep_AreStillNone()
    {
        var state = new AdamState(new AdamOptions(), 0, [], []);

        Assert.Same(state, ScaleTransfer.Moments(state, [1, 3, 4, 6], 8, 12));
    }
}
