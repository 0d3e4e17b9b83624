using NeuralStyle.Functions.Api;

namespace NeuralStyle.Functions.Tests.Api;

public sealed class EntityTagsTests
{
    [Theory]
    [InlineData("\"a\"", "a", true)]
    [InlineData("\"b\" , \"a\"", "a", true)]
    [InlineData("W/\"a\"", "a", true)]
    [InlineData("*", "a", true)]
    [InlineData("*", null, false)]
    [InlineData("a", "a", false)]
    [InlineData("\"b\"", "a", false)]
    [InlineData("", "a", false)]
    [InlineData("\"a\"", null, false)]
    public void Matches_Header_AsHttpSays(string header, string? etag, bool expected) => Assert.Equal(expected, EntityTags.Matches(header, etag));
}
