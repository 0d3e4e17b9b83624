using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class SweepNameTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("a-1-b", true)]
    [InlineData("ab", false)]
    [InlineData("-abc", false)]
    [InlineData("abc-", false)]
    [InlineData("a--b", false)]
    [InlineData("Abc", false)]
    [InlineData("a.b", false)]
    [InlineData("abc\n", false)]
    [InlineData(null, false)]
    public void IsValid_Name_IsWhatStoresTake(string? name, bool expected) => Assert.Equal(expected, SweepName.IsValid(name));

    [Fact]
    public void IsValid_64Letters_IsFalse()
    {
        Assert.True(SweepName.IsValid(new string('a', 63)));
        Assert.False(SweepName.IsValid(new string('a', 64)));
    }
}
