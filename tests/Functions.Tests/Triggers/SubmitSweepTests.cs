using System.Net;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Api;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Triggers;

public sealed class SubmitSweepTests : IDisposable
{
    private const string Path = $"/api/sweeps/{SampleSweep.Name}";

    private readonly Processor _processor = new();
    private readonly FakeDurableClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_GoodManifest_IsWrittenAndStartedAndTheAnswerSaysWhereItsStatusIs()
    {
        var response = await PostAsync(SampleSweep.Manifest);

        var manifest = await ManifestAsync();
        var scheduled = Assert.Single(_client.Scheduled);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal((Path, manifest!.ETag), (FakeResponse.Header(response, "Location"), VersionOf(response)));
        // That would be the version of what a GET of this address gives: the status.
        Assert.Null(FakeResponse.Header(response, "ETag"));
        Assert.Equal(SampleSweep.Manifest, System.Text.Encoding.UTF8.GetString(manifest.Content.Span));
        Assert.Equal(SweepIdentity.InstanceId(SampleSweep.Name, manifest.ETag), scheduled.InstanceId);
        var answer = FakeResponse.Json(response);
        Assert.Equal(("planning", true), (answer.GetProperty("state").GetString(), answer.GetProperty("isNew").GetBoolean()));
    }

    [Fact]
    public async Task RunAsync_SameManifestTwice_RunsOnce()
    {
        var first = await PostAsync(SampleSweep.Manifest);

        var second = await PostAsync(SampleSweep.Manifest);

        Assert.Single(_client.Scheduled);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
        Assert.Equal(VersionOf(first), VersionOf(second));
        Assert.False(FakeResponse.Json(second).GetProperty("isNew").GetBoolean());
    }

    [Fact]
    public async Task RunAsync_SameManifestManyTimesAtOnce_RunsOnce()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PostAsync(SampleSweep.Manifest))));

        Assert.Single(_client.Scheduled);
        Assert.Equal((await ManifestAsync())!.ETag, Assert.Single(responses.Select(VersionOf).Distinct()));
        Assert.Single(responses, response => FakeResponse.Json(response).GetProperty("isNew").GetBoolean());
    }

    [Fact]
    public async Task RunAsync_WriterDiedBeforeTheStart_StartsWhatIsThere()
    {
        var etag = await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, SampleSweep.Manifest, Cancellation);

        var response = await PostAsync(SampleSweep.Manifest);

        Assert.Equal(SweepIdentity.InstanceId(SampleSweep.Name, etag), Assert.Single(_client.Scheduled).InstanceId);
        Assert.Equal(etag, VersionOf(response));
    }

    [Theory]
    [InlineData(SweepState.Failed, 2)]
    [InlineData(SweepState.Cancelled, 2)]
    [InlineData(SweepState.Rejected, 2)]
    [InlineData(SweepState.Running, 1)]
    [InlineData(SweepState.Completed, 1)]
    [InlineData(SweepState.CompletedWithFailures, 1)]
    public async Task RunAsync_SameManifestAfterItsRun_GoesOnOnlyWithWhatDidNotComeToItsEnd(SweepState state, int runs)
    {
        await PostAsync(SampleSweep.Manifest);
        await _processor.Status.ApplyAsync(
            new StatusUpdate { Sweep = SampleSweep.Name, InstanceId = _client.Scheduled[0].InstanceId!, ManifestETag = "any", State = state }, null, Cancellation);

        var response = await PostAsync(SampleSweep.Manifest);

        Assert.Equal(runs, _client.Scheduled.Count);
        Assert.Equal(state is SweepState.Completed or SweepState.CompletedWithFailures ? HttpStatusCode.OK : HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed, 2)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, 2)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, 1)]
    public async Task RunAsync_SameManifestAfterItsOrchestrationBrokeOffWithoutSayingSo_GoesOn(OrchestrationRuntimeStatus became, int runs)
    {
        await PostAsync(SampleSweep.Manifest);
        await _processor.Status.ApplyAsync(
            new StatusUpdate { Sweep = SampleSweep.Name, InstanceId = _client.Scheduled[0].InstanceId!, ManifestETag = "any", State = SweepState.Running },
            null, Cancellation);
        _client.Instances[_client.Scheduled[0].InstanceId!] = became;

        var response = await PostAsync(SampleSweep.Manifest);

        Assert.Equal(runs, _client.Scheduled.Count);
        Assert.Equal(_client.Scheduled[^1].InstanceId, FakeResponse.Json(response).GetProperty("instanceId").GetString());
        Assert.Equal(runs == 2, FakeResponse.Json(response).GetProperty("isNew").GetBoolean());
    }

    [Fact]
    public async Task RunAsync_AgainIsAsked_RunsTheSameManifestOnceMore()
    {
        await PostAsync(SampleSweep.Manifest);

        await PostAsync(SampleSweep.Manifest, $"{Path}?again=true");
        var wrong = await PostAsync(SampleSweep.Manifest, $"{Path}?again=perhaps");

        Assert.Equal(2, _client.Scheduled.Count);
        Assert.Contains("'perhaps'; allowed: true, false", FakeResponse.Text(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AnotherManifest_TakesThePlaceOfTheFirst()
    {
        await PostAsync(SampleSweep.Manifest);

        var response = await PostAsync(SampleSweep.Unlike(SampleSweep.Manifest, 4));

        Assert.Equal(2, _client.Scheduled.Count);
        Assert.Equal((_client.Scheduled[0].InstanceId, SweepOrchestration.ControlEvent), (_client.Raised[0].InstanceId, _client.Raised[0].Event));
        Assert.Equal(_client.Scheduled[1].InstanceId, FakeResponse.Json(response).GetProperty("instanceId").GetString());
    }

    [Fact]
    public async Task RunAsync_VersionToReplace_IsHeld()
    {
        var early = await PostAsync(SampleSweep.Manifest, $"{Path}?replaces=any");
        var first = await PostAsync(SampleSweep.Manifest, $"{Path}?replaces=none");
        var etag = VersionOf(first);
        var changed = SampleSweep.Unlike(SampleSweep.Manifest, 4);

        var late = await PostAsync(changed, $"{Path}?replaces=none");
        var stale = await PostAsync(changed, $"{Path}?replaces=another");
        var good = await PostAsync(changed, $"{Path}?replaces={Uri.EscapeDataString(etag)}");

        Assert.Equal(
            [HttpStatusCode.PreconditionFailed, HttpStatusCode.Accepted, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.Accepted],
            new[] { early, first, late, stale, good }.Select(response => response.StatusCode));
        Assert.Contains("is not there", FakeResponse.Text(early), StringComparison.Ordinal);
        Assert.Contains(etag, FakeResponse.Text(stale), StringComparison.Ordinal);
        Assert.Equal(2, _client.Scheduled.Count);
    }

    [Theory]
    [InlineData("If-Match")]
    [InlineData("If-None-Match")]
    public async Task RunAsync_ConditionOnTheStatus_IsRefusedAndNotPassedOver(string header)
    {
        var response = await PostAsync(SampleSweep.Manifest, Path, (header, "\"a\""));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("?replaces=VERSION", FakeResponse.Text(response), StringComparison.Ordinal);
        Assert.Empty(_client.Scheduled);
    }

    [Fact]
    public async Task RunAsync_ManifestThatIsThereIsTooLarge_TakesItsPlace()
    {
        await _processor.Store.WriteAsync(StoreLayout.SweepsContainer, "a-sweep.yaml", new byte[300_000], "application/yaml", Cancellation);

        var response = await PostAsync(SampleSweep.Manifest);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Single(_client.Scheduled);
    }

    [Fact]
    public async Task RunAsync_BadManifest_AnswersWithEveryProblemAndItsPlaceAndWritesNothing()
    {
        const string Manifest = "content: [content.png]\nstyle: [gone.png]\nparameters: {imageSize: tiny, iteration: 3}\naxes: {init: [nose]}";

        var response = await PostAsync(Manifest);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", FakeResponse.Header(response, "Content-Type"));
        var problem = FakeResponse.Json(response);
        Assert.Equal(("urn:neuralstyle:problem:invalid-manifest", 400), (problem.GetProperty("type").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.Equal(
            [(2, 9), (3, 25), (3, 31), (4, 15)],
            problem.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32())));
        Assert.Contains("'tiny' is not a number; allowed:", FakeResponse.Text(response), StringComparison.Ordinal);
        Assert.Empty(_client.Scheduled);
        Assert.Null(await ManifestAsync());
    }

    [Fact]
    public async Task RunAsync_ManifestOfAnotherName_IsRefused()
    {
        var response = await PostAsync($"name: another\n{SampleSweep.Manifest}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"'another' is not '{SampleSweep.Name}'", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../results")]
    [InlineData("..%2fresults")]
    [InlineData("a/b/c")]
    [InlineData("Upper")]
    [InlineData("ab")]
    [InlineData("with\0null")]
    [InlineData("tail\n")]
    [InlineData("\u202egnp.teehs")]
    public async Task RunAsync_NameThatIsNone_IsRefusedAndNamed(string name)
    {
        var response = await _processor.Get<SubmitSweep>().RunAsync(FakeRequest.Post(Path, SampleSweep.Manifest), name, _client, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("is no name of a sweep; allowed: ", FakeResponse.Text(response), StringComparison.Ordinal);
        Assert.Empty(_processor.Store.Written);
    }

    [Fact]
    public async Task RunAsync_BodyThatIsTooLong_IsRefusedAndNothingIsStarted()
    {
        var response = await PostAsync(new string('#', ManifestParser.MaxBytes + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_client.Scheduled);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    [InlineData("yaml")]
    public async Task RunAsync_AnotherContentType_IsRefusedAndTheAllowedAreNamed(string type)
    {
        var response = await PostAsync(SampleSweep.Manifest, Path, ("Content-Type", type));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("application/yaml", FakeResponse.Text(response), StringComparison.Ordinal);
        Assert.Empty(_client.Scheduled);
    }

    [Fact]
    public async Task RunAsync_StorageOutOfReach_Answers503AndWhenToComeAgain()
    {
        _processor.Store.Fails = (container, _) => container == StoreLayout.SweepsContainer;

        var response = await PostAsync(SampleSweep.Manifest);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (response.StatusCode, FakeResponse.Header(response, "Retry-After")));
    }

    public void Dispose() => _processor.Dispose();

    private async Task<HttpResponseData> PostAsync(string manifest, string path = Path, params (string Name, string Value)[] headers)
    {
        if (!await _processor.Store.ExistsAsync(StoreLayout.InputContainer, "style.png", Cancellation))
            await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        return await _processor.Get<SubmitSweep>().RunAsync(FakeRequest.Post(path, manifest, headers), SampleSweep.Name, _client, Cancellation);
    }

    private static string VersionOf(HttpResponseData response) => FakeResponse.Json(response).GetProperty("manifestETag").GetString()!;

    private Task<StoredBlob?> ManifestAsync() =>
        _processor.Store.ReadAsync(StoreLayout.SweepsContainer, $"{SampleSweep.Name}.yaml", Cancellation);
}
