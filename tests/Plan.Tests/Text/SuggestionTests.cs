using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Tests.Text;

public sealed class SuggestionTests
{
    private static readonly string[] Names = ["styleWeight", "styleLayers", "init"];

    [Theory]
    [InlineData("stylWeight", "styleWeight")]
    [InlineData("styleweight", "styleWeight")]
    [InlineData("tsyleLayers", "styleLayers")]
    [InlineData("int", "init")]
    [InlineData("optimizer", null)]
    [InlineData("", null)]
    public void Nearest_Misspelling_IsTheNameMeant(string written, string? expected) => Assert.Equal(expected, Suggestion.Nearest(written, Names));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Between_TwoWords_CountsEdits(string first, string second, int expected) => Assert.Equal(expected, EditDistance.Between(first, second));
}
