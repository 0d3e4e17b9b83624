using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Tests.Text;

public sealed class ShownTests
{
    [Fact]
    public void Text_LongAndControlCharacters_IsOneShortLine()
    {
        Assert.Equal("a b", Shown.Text("a\nb"));
        Assert.Equal(new string('x', 60) + "...", Shown.Text(new string('x', 61)));
        Assert.Equal(new string('x', 60), Shown.Text(new string('x', 60)));
    }

    [Fact]
    public void Text_HalfASurrogatePair_IsReplaced() => Assert.Equal("a\uFFFD", Shown.Text("a\ud83d"));

    [Fact]
    public void List_ManyNames_ShowsTheFirstAndHowManyMore() =>
        Assert.Equal("1, 2 and 3 more", Shown.List(["1", "2", "3", "4", "5"], most: 2));
}
