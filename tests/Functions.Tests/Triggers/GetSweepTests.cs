using System.Net;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Api;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Triggers;

public sealed class GetSweepTests : IDisposable
{
    private readonly Processor _processor = new();
    private readonly FakeDurableClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_KnownSweep_GivesItsStatusAsItIsStored()
    {
        await _processor.Status.BeginAsync("a-sweep", "i", "e", [], default, Cancellation);
        var stored = await _processor.Store.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus("a-sweep"), Cancellation);

        var response = await GetAsync("a-sweep");

        Assert.Equal((HttpStatusCode.OK, $"\"{stored!.ETag}\""), (response.StatusCode, FakeResponse.Header(response, "ETag")));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(stored.Content.Span), FakeResponse.Text(response));
        Assert.Equal("application/json; charset=utf-8", FakeResponse.Header(response, "Content-Type"));
    }

    [Fact]
    public async Task RunAsync_VersionThatTheCallerHas_AnswersNotModifiedUntilItChanges()
    {
        await _processor.Status.BeginAsync("a-sweep", "i", "e", [], default, Cancellation);
        var etag = FakeResponse.Header(await GetAsync("a-sweep"), "ETag")!;

        var same = await GetAsync("a-sweep", ("If-None-Match", $"\"other\", W/{etag}"));
        await _processor.Status.ApplyAsync(
            new() { Sweep = "a-sweep", InstanceId = "i", ManifestETag = "e", State = SweepState.Running }, null, Cancellation);
        var changed = await GetAsync("a-sweep", ("If-None-Match", etag));

        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, same.Body.Length));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task RunAsync_OrchestrationWasTerminated_SaysThatItFailedToWhoHasTheOldStatusToo()
    {
        await _processor.Status.BeginAsync("a-sweep", "i", "e", [], default, Cancellation);
        var etag = FakeResponse.Header(await GetAsync("a-sweep"), "ETag")!;
        _client.Instances["i"] = OrchestrationRuntimeStatus.Terminated;

        var response = await GetAsync("a-sweep", ("If-None-Match", etag));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var status = System.Text.Json.JsonDocument.Parse(FakeResponse.Text(response));
        Assert.Equal("failed", status.RootElement.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("nobody", HttpStatusCode.NotFound, "no sweep 'nobody' is known")]
    [InlineData("../sweeps", HttpStatusCode.BadRequest, "is no name of a sweep")]
    public async Task RunAsync_NoSuchSweep_SaysSo(string name, HttpStatusCode status, string said)
    {
        var response = await GetAsync(name);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(said, FakeResponse.Text(response), StringComparison.Ordinal);
    }

    public void Dispose() => _processor.Dispose();

    private Task<HttpResponseData> GetAsync(string name, params (string Name, string Value)[] headers) =>
        _processor.Get<GetSweep>().RunAsync(new FakeRequest("GET", "/api/sweeps/any").With(headers), name, _client, Cancellation);
}
