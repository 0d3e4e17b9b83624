using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class PictureTests
{
    [Fact]
    public void Constructor_ArrayChangedLater_KeepsTheValues()
    {
        var planes = new float[2 * 1 * 3];

        var picture = new Picture(2, 1, planes);
        planes[0] = 1;

        Assert.Equal(0, picture.At(0, 0, 0));
    }

    [Fact]
    public void At_EachIndex_ReadsPlanesThenRows()
    {
        var picture = new Picture(2, 3, [.. Enumerable.Range(0, 18).Select(i => i / 18f)]);

        Assert.Equal(13 / 18f, picture.At(2, 1, 0));
        Assert.Equal(10 / 18f, picture.At(1, 0, 2));
    }

    [Fact]
    public void Constructor_WrongNumberOfValues_ThrowsBothNumbers() =>
        Assert.Contains("has 18 values; 17 were given", Assert.Throws<ArgumentException>(() => new Picture(2, 3, new float[17])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Constructor_NoWidth_ThrowsTheName() =>
        Assert.Equal("width", Assert.Throws<ArgumentOutOfRangeException>(() => new Picture(0, 3, [])).ParamName);
}
