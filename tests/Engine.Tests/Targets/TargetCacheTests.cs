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
        var target = new Target(zeros(2, 2), 9);

        cache.Add(Key("a"), target);

        Assert.Same(target, cache.Find(Key("a")));
        Assert.Null(cache.Find(Key("b")));
    }

    [Fact]
    public void Trim_OverTheBound_DropsWhatWasUsedLongestAgo()
    {
        using var cache = new TargetCache(maxBytes: 2 * 4 * sizeof(float));
        cache.Add(Key("a"), new Target(zeros(2, 2), 1));
        cache.Add(Key("b"), new Target(zeros(2, 2), 1));
        cache.Find(Key("a"));
        cache.Add(Key("c"), new Target(zeros(2, 2), 1));

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
            cache.Add(Key("a"), new Target(ones(2, 2), 1));

        Assert.Equal(4f, cache.Find(Key("a"))!.Values.sum().item<float>());
    }

    private static TargetKey Key(string image) =>
        new(image, 64, "weights", PoolingMode.Max, LayerName.Parse("relu1_1"), TargetKind.Gram);
}
