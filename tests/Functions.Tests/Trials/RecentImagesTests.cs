using NeuralStyle.Functions.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class RecentImagesTests
{
    private readonly RecentImages _images = new(100);

    [Fact]
    public void Find_Kept_IsTheFile()
    {
        _images.Keep("a", new byte[] { 1, 2, 3 });

        Assert.Equal([1, 2, 3], _images.Find("a")!.Value.ToArray());
        Assert.Null(_images.Find("b"));
    }

    [Fact]
    public void Keep_MoreThanFits_LetsGoOfWhatWasUsedLeastLately()
    {
        _images.Keep("a", new byte[40]);
        _images.Keep("b", new byte[40]);
        _images.Find("a");

        _images.Keep("c", new byte[40]);

        Assert.Equal([true, false, true], new[] { "a", "b", "c" }.Select(sha256 => _images.Find(sha256) is not null));
    }

    [Fact]
    public void Keep_LargerThanAll_KeepsTheOthers()
    {
        _images.Keep("a", new byte[40]);

        _images.Keep("b", new byte[101]);

        Assert.NotNull(_images.Find("a"));
        Assert.Null(_images.Find("b"));
    }

    [Fact]
    public void Keep_SameTwice_CountsOnce()
    {
        for (var time = 0; time < 5; time++)
            _images.Keep("a", new byte[60]);
        _images.Keep("b", new byte[40]);

        Assert.NotNull(_images.Find("a"));
        Assert.NotNull(_images.Find("b"));
    }
}
