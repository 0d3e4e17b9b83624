using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Targets;

public class TargetCacheTests
{
    [Fact]
    public void Find_AfterAdd_ReturnsWhatWasAdded()
    {
        using var cache = new TargetCache(1000);
        var target = new Target(zeros(2, 2));

        cache.Add(Key("a"), target);

        Assert.Same(target, cache.Find(Key("a")));
        Assert.Null(cache.Find(Key("b")));
    }

    [Fact]
    public void Trim_OverTheBound_DropsWhatWasUsedLongestAgo()
    {
        using var cache = new TargetCache(maxBytes: 2 * 4 * sizeof(float));
        cache.Add(Key("a"), new Target(zeros(2, 2)));
        cache.Add(Key("b"), new Target(zeros(2, 2)));
        cache.Find(Key("a"));
        cache.Add(Key("c"), new Target(zeros(2, 2)));

        cache.Trim();

        Assert.NotNull(cache.Find(Key("a")));
        Assert.Null(cache.Find(Key("b")));
        Assert.NotNull(cache.Find(Key("c")));
    }

    [Fact]
    public void Add_InsideAScope_TargetOutlivesTheScope()
    {
        using var cache = new TargetCache(1000);
        using (NewDisposeScope())
            cache.Add(Key("a"), new Target(ones(2, 2)));

        Assert.Equal(4f, cache.Find(Key("a"))!.Values.sum().item<float>());
    }

    [Fact]
    public void Trim_TargetWithAMean_CountsAndDropsBothTensors()
    {
        using var cache = new TargetCache(maxBytes: 47);
        var target = new Target(zeros(2, 2, dtype: ScalarType.Float64), zeros(2, dtype: ScalarType.Float64));

        cache.Add(Key("a"), target);
        cache.Trim();

        Assert.Equal(48, (4 + 2) * sizeof(double));
        Assert.Equal(0, cache.Count);
        Assert.True(target.Mean!.IsInvalid);
    }

    private static TargetKey Key(string image) =>
        new(new TargetSource(image, 64), "weights", PoolingMode.Max, Precision.Float32, LayerName.Parse("relu1_1"), TargetKind.Gram);
}
