using System.Net;
using Microsoft.Azure.Functions.Worker.Http;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Api;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Functions.Tests.Triggers;

/// <summary>Links as whoever has one uses them: with no more than an HTTP client.</summary>
public sealed class LinkSheetTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private static readonly byte[] Sheet = [1, 2, 3];

    private readonly HttpClient _anybody = new();
    private readonly FixedClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _anybody.Dispose();

    [Theory]
    [InlineData("", "sheet.png")]
    [InlineData("?file=sheet.png", "sheet.png")]
    [InlineData("?file=sheet-2.png&minutes=3", "sheet-2.png")]
    [InlineData("?file=index.html", "index.html")]
    public async Task RunAsync_FileThatIsThere_GivesALinkThatDownloadsIt(string query, string file)
    {
        await PutAsync($"a-sweep/{file}");

        var (response, link) = await LinkAsync(query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", FakeResponse.Header(response, "Cache-Control"));
        Assert.Equal(Sheet, await _anybody.GetByteArrayAsync(link, Cancellation));
        Assert.Equal(file, FakeResponse.Json(response).GetProperty("file").GetString());
    }

    [Fact]
    public async Task RunAsync_Link_DoesNotAllowWritingListingRemovingOrAnotherBlob()
    {
        await PutAsync("a-sweep/sheet.png");
        await PutAsync("a-sweep/sheet-2.png");
        await PutAsync("b-sweep/sheet.png");
        var (_, link) = await LinkAsync("");
        var text = link.AbsoluteUri;
        using var put = new HttpRequestMessage(HttpMethod.Put, link) { Content = new ByteArrayContent([9]) };
        put.Headers.Add("x-ms-blob-type", "BlockBlob");

        var answers = new[]
        {
            await _anybody.SendAsync(put, Cancellation),
            await _anybody.DeleteAsync(link, Cancellation),
            await _anybody.GetAsync(new Uri(text.Replace("a-sweep/sheet.png", "a-sweep/sheet-2.png", StringComparison.Ordinal)), Cancellation),
            await _anybody.GetAsync(new Uri(text.Replace("a-sweep/sheet.png", "b-sweep/sheet.png", StringComparison.Ordinal)), Cancellation),
            await _anybody.GetAsync(new Uri(text.Replace("/results/a-sweep/sheet.png?", "/results?restype=container&comp=list&", StringComparison.Ordinal)), Cancellation),
            await _anybody.GetAsync(new Uri(text.Replace("sp=r", "sp=rwdl", StringComparison.Ordinal)), Cancellation),
        };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(Sheet, await _anybody.GetByteArrayAsync(link, Cancellation));
    }

    [Fact]
    public async Task RunAsync_LinkAfterItsTime_IsRefused()
    {
        await PutAsync("a-sweep/sheet.png");
        // Storage goes by its own clock: a link of one minute, made an hour ago.
        _clock.Now = DateTimeOffset.UtcNow.AddHours(-1);

        var (response, link) = await LinkAsync("?minutes=1");

        Assert.Equal(_clock.Now.AddMinutes(1), FakeResponse.Json(response).GetProperty("expiresAt").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await _anybody.GetAsync(link, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("?minutes=0")]
    [InlineData("?minutes=11")]
    [InlineData("?minutes=-1")]
    [InlineData("?minutes=1.5")]
    [InlineData("?minutes=99999999999")]
    [InlineData("?minutes=")]
    public async Task RunAsync_MinutesOutOfBounds_AreRefusedAndTheBoundsNamed(string query)
    {
        await PutAsync("a-sweep/sheet.png");

        var (response, _) = await LinkAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("allowed are whole numbers from 1 to 10", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status.json")]
    [InlineData("../b-sweep/sheet.png")]
    [InlineData("%2e%2e%2fb-sweep%2fsheet.png")]
    [InlineData("/etc/passwd")]
    [InlineData("sheet.png%00")]
    [InlineData("sheet.png%0a")]
    [InlineData("sheet-1.png")]
    [InlineData("sheet-02.png")]
    [InlineData("SHEET.PNG")]
    public async Task RunAsync_AnotherFile_IsRefused(string file)
    {
        await PutAsync("b-sweep/sheet.png");
        await PutAsync("a-sweep/status.json");

        var (response, _) = await LinkAsync($"?file={file}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("allowed are files of results/a-sweep: sheet.png", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b-sweep/../a-sweep")]
    [InlineData("..")]
    [InlineData("")]
    public async Task RunAsync_NameThatLeadsElsewhere_IsRefused(string sweep)
    {
        await PutAsync("a-sweep/sheet.png");

        var (response, _) = await LinkAsync("", sweep);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("is no name of a sweep", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NoSheetYet_IsNotFoundAndSaysWhereToLook()
    {
        var (response, _) = await LinkAsync("?file=sheet-77.png");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("there is no results/a-sweep/sheet-77.png yet; GET /api/sweeps/a-sweep", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    private Task PutAsync(string name) =>
        new BlobStore(azurite.Connect().Blobs).WriteAsync(StoreLayout.ResultsContainer, name, Sheet, "image/png", Cancellation);

    private async Task<(HttpResponseData Response, Uri Link)> LinkAsync(string query, string sweep = "a-sweep")
    {
        var blobs = azurite.Connect().Blobs;
        var function = new LinkSheet(
            new BlobStore(blobs), new BlobLinks(blobs, _clock), new ProcessorSettings { LinkLifetime = TimeSpan.FromMinutes(10) }, _clock);
        var response = await function.RunAsync(new FakeRequest("GET", $"/api/sweeps/a-sweep/sheet{query}"), sweep, Cancellation);
        return (response, response.StatusCode == HttpStatusCode.OK ? new Uri(FakeResponse.Json(response).GetProperty("url").GetString()!) : new Uri("about:blank"));
    }

    private sealed class FixedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
