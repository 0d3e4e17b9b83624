using Microsoft.Azure.Functions.Worker.Http;

namespace NeuralStyle.Offline.Tests.Worker;

public sealed class HttpHeadersCollectionTests
{
    [Fact]
    public void TryGetValues_ListOfVersions_GivesEachOfThem()
    {
        var headers = new HttpHeadersCollection([KeyValuePair.Create("If-None-Match", "\"a\", W/\"b\"")]);

        Assert.True(headers.TryGetValues("if-none-match", out var values));
        Assert.Equal(["\"a\"", "W/\"b\""], values);
    }

    [Fact]
    public void Add_HeadersOfAnswerAndOfContent_AreTaken()
    {
        var headers = new HttpHeadersCollection();

        headers.Add("Content-Type", "application/problem+json; charset=utf-8");
        headers.Add("Location", "/api/sweeps/a");
        headers.Add("ETag", "\"0x1\"");

        Assert.Equal(["Content-Type", "ETag", "Location"], headers.Select(header => header.Key).Order(StringComparer.Ordinal));
    }
}
