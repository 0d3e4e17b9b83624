using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public class IterateMeanTests
{
    [Fact]
    public void Value_OfSeveral_IsTheWeightedMeanWithItsBiasCorrected()
    {
        using var scope = NewDisposeScope();
        float[][] images = [[1, -2], [3, 0], [0.5f, 8]];
        using var mean = new IterateMean(0.9, zeros(2));
        foreach (var image in images)
            mean.Add(TestImages.Of(image));

        // Weights 0.1 * 0.9^(n - i), divided by their sum.
        double[] weights = [0.081, 0.09, 0.1];
        for (var i = 0; i < 2; i++)
        {
            var expected = images.Zip(weights, (image, weight) => weight * image[i]).Sum() / weights.Sum();
            Assert.Equal(expected, TestImages.Values(mean.Value())[i], 1e-5);
        }
    }

    [Fact]
    public void Value_OfOne_IsThatOne()
    {
        using var scope = NewDisposeScope();
        using var mean = new IterateMean(0.99, zeros(2));
        mean.Add(TestImages.Of(0.25f, 0.75f));

        Assert.Equal([0.25f, 0.75f], TestImages.Values(mean.Value()).Select(value => MathF.Round(value, 6)));
    }

    [Fact]
    public void With_OneMore_IsToTheBitWhatAddingGives()
    {
        using var scope = NewDisposeScope();
        using var mean = new IterateMean(0.97, zeros(3, 50));
        for (var i = 0; i < 5; i++)
        {
            var image = TestImages.Random(i, 3, 50);
            var before = TestImages.Values(mean.Sum);
            var with = TestImages.Values(mean.With(image));
            Assert.Equal(before, TestImages.Values(mean.Sum));
            mean.Add(image);
            Assert.Equal(with, TestImages.Values(mean.Value()));
        }
    }
}
