using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Targets;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Targets;

public class TargetBlendTests
{
    [Fact]
    public void Of_OneTargetWhole_IsThatTarget()
    {
        using var scope = NewDisposeScope();
        var target = new Target(eye(2));

        Assert.Same(target, TargetBlend.Of([target], [1]));
    }

    [Fact]
    public void Of_TwoGramMatrices_IsTheirSumByShares()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Target(eye(2)), new Target(ones(2, 2)));

        var blend = TargetBlend.Of([first, second], [0.25, 0.75]);

        Assert.Equal([1f, 0.75f, 0.75f, 1], blend.Values.data<float>().ToArray());
        Assert.Null(blend.Mean);
        Assert.Equal(2f, first.Values.sum().item<float>());
    }

    [Fact]
    public void Of_MomentsOfTwoPartsOfAMap_AreThoseOfTheMap()
    {
        using var scope = NewDisposeScope();
        var map = rand([1L, 3, 4, 8], dtype: ScalarType.Float64);
        var (left, right) = (FeatureMoments.Of(map.narrow(3, 0, 2)), FeatureMoments.Of(map.narrow(3, 2, 6)));

        var blend = TargetBlend.Of([new(left.Second, left.Mean), new(right.Second, right.Mean)], [0.25, 0.75]);

        var whole = FeatureMoments.Of(map);
        Assert.InRange((blend.Values - whole.Second).abs().max().item<double>(), 0, 1e-14);
        Assert.InRange((blend.Mean! - whole.Mean).abs().max().item<double>(), 0, 1e-14);
    }
}
