using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;

namespace NeuralStyle.Engine.Tests.Measures;

public sealed class MeasuredImagesTests
{
    [Fact]
    public void Trim_OverItsBound_LetsGoOfWhatWasUsedLongestAgo()
    {
        // 4 bytes a number: two images of 100 are within the bound, three are not.
        using var images = new MeasuredImages(1000);
        var made = new List<string>();
        foreach (var name in (string[])["a", "b", "a", "c"])
            Get(name);

        images.Trim();
        Get("a");
        Get("c");
        Get("b");

        Assert.Equal(["a", "b", "c", "b"], made);

        void Get(string name) => images.Of(new MeasuredImages.Key(name, new PictureSize(1, 1), true), () =>
        {
            made.Add(name);
            return new MeasuredImage(null, new float[100], []);
        });
    }

    [Fact]
    public void Of_OtherSizeOrRole_IsAnotherImage()
    {
        using var images = new MeasuredImages(1000);
        foreach (var key in (MeasuredImages.Key[])[new("a", new PictureSize(1, 1), true), new("a", new PictureSize(2, 1), true), new("a", new PictureSize(1, 1), false)])
            images.Of(key, () => new MeasuredImage(null, [], []));

        Assert.Equal(3, images.Count);
    }
}
