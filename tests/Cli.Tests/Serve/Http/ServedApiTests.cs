using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve.Http;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve.Http;

/// <summary>The HTTP functions as a client uses them, over a host that serves, blobs and queues.</summary>
public sealed class ServedApiTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Submit_ThenPollThenLink_GivesTheSheetAndASecondTimeComputesNothing()
    {
        var served = await ServeAsync();
        var manifest = SampleSweep.Unlike(SampleSweep.Manifest, 601);

        await served.WhileServingAsync(async () =>
        {
            var submitted = await PostAsync(served, "sweeps/by-http", manifest);
            Assert.Equal(HttpStatusCode.Accepted, submitted.StatusCode);
            var status = new Uri(served.Api!, submitted.Headers.Location!);

            await served.WaitAsync("by-http", now => now.IsFinished, Cancellation);
            var polled = await _http.GetAsync(status, Cancellation);
            using var again = new HttpRequestMessage(HttpMethod.Get, status);
            again.Headers.IfNoneMatch.Add(polled.Headers.ETag!);
            var unchanged = await _http.SendAsync(again, Cancellation);
            var link = await JsonAsync(await _http.GetAsync(new Uri($"{status}/sheet?minutes=5"), Cancellation));
            using var anybody = new HttpClient();
            var sheet = await anybody.GetByteArrayAsync(new Uri(link.GetProperty("url").GetString()!), Cancellation);
            var twice = await PostAsync(served, "sweeps/by-http", manifest);

            Assert.Equal("completed", (await JsonAsync(polled)).GetProperty("state").GetString());
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            var stored = await served.Store.ReadAsync(StoreLayout.ResultsContainer, "by-http/sheet.png", Cancellation);
            Assert.Equal(stored!.Content.ToArray(), sheet);
            Assert.Equal((HttpStatusCode.OK, await VersionAsync(submitted)), (twice.StatusCode, await VersionAsync(twice)));
            Assert.Equal(4, served.Engine.Runs.Count);
        });
    }

    [Fact]
    public async Task Submit_ManyAtOnceWhileTheManifestIsLookedForToo_RunsOnce()
    {
        var served = await ServeAsync();
        var manifest = SampleSweep.Unlike(SampleSweep.Manifest, 602);

        await served.WhileServingAsync(async () =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(served, "sweeps/at-once", manifest)));
            await served.WaitAsync("at-once", now => now.IsFinished, Cancellation);

            Assert.Single((await Task.WhenAll(answers.Select(VersionAsync))).Distinct());
            Assert.Equal(4, served.Engine.Runs.Count);
        });
    }

    [Fact]
    public async Task Cancel_WhileATrialIsComputed_EndsTheSweepWithASheet()
    {
        var served = await ServeAsync();
        served.Engine.BeforeEvaluation = (_, _, cancellation) => cancellation.WaitHandle.WaitOne(700);
        var manifest = SampleSweep.Unlike(SampleSweep.Manifest.Replace("iterations: 3", "iterations: 100", StringComparison.Ordinal), 603);

        await served.WhileServingAsync(async () =>
        {
            await PostAsync(served, "sweeps/to-cancel", manifest);
            await served.WaitAsync("to-cancel", now => now.Count(TrialState.Running) > 0 && served.Engine.Runs.Count > 0, Cancellation);

            var asked = await _http.PostAsync(new Uri($"{served.Api}/sweeps/to-cancel/cancel"), null, Cancellation);
            var ended = await served.WaitAsync("to-cancel", now => now.IsFinished, Cancellation);

            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            Assert.Equal((SweepState.Cancelled, 4), (ended.State, ended.Count(TrialState.Cancelled)));
            Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri($"{served.Api}/sweeps/to-cancel/sheet"), Cancellation)).StatusCode);
        });
    }

    [Fact]
    public async Task Request_ThatIsNotForThisMachineOrForNoFunction_IsRefused()
    {
        var served = await ServeAsync();

        await served.WhileServingAsync(async () =>
        {
            var foreignName = await SendAsync(served, request => request.Headers.Host = "evil.example");
            var foreignPage = await SendAsync(served, request => request.Headers.Add("Origin", "https://evil.example"));
            var ownPage = await SendAsync(served, request => request.Headers.Add("Origin", served.Api!.GetLeftPart(UriPartial.Authority)));
            var plain = await PostAsync(served, "sweeps/a-sweep", SampleSweep.Manifest, "text/plain");
            var tooLong = await PostAsync(served, "sweeps/a-sweep", new string('x', 300_000));
            var nowhere = await _http.GetAsync(new Uri($"{served.Api}/elsewhere"), Cancellation);

            Assert.Equal(
                [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.NotFound],
                new[] { foreignName, foreignPage, ownPage, plain, tooLong, nowhere }.Select(answer => answer.StatusCode));
            Assert.Contains("'evil.example'; allowed: 127.0.0.1, localhost", await foreignName.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.Contains("POST /api/sweeps/{sweep}", await nowhere.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.All(
                [foreignName, foreignPage, ownPage, plain, tooLong, nowhere],
                answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType));
        });
    }

    [Fact]
    public async Task Request_FunctionThrows_Answers500AndTheHostGoesOn()
    {
        var broken = true;
        var served = await ServeAsync(services => services.AddSingleton<TimeProvider>(new BrokenClock(() => broken)));

        await served.WhileServingAsync(async () =>
        {
            var store = served.Store;
            await store.WriteAsync(StoreLayout.ResultsContainer, "b-sweep/sheet.png", new byte[1], "image/png", Cancellation);
            var failed = await _http.GetAsync(new Uri($"{served.Api}/sweeps/b-sweep/sheet"), Cancellation);
            broken = false;
            var answered = await _http.GetAsync(new Uri($"{served.Api}/sweeps/b-sweep/sheet"), Cancellation);

            Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK), (failed.StatusCode, answered.StatusCode));
        });
    }

    [Fact]
    public async Task StartAsync_PortIsTaken_SaysSo()
    {
        await using var first = await ApiHost.StartAsync(0, [], null!, NullLoggerFactory.Instance, Cancellation);

        var exception = await Assert.ThrowsAsync<UsageException>(
            () => ApiHost.StartAsync(first.Address.Port, [], null!, NullLoggerFactory.Instance, Cancellation));

        Assert.Equal((IPAddress.Loopback.ToString(), "/api"), (first.Address.Host, first.Address.AbsolutePath));
        Assert.Contains($"port {first.Address.Port} of 127.0.0.1 can't be had", exception.Message, StringComparison.Ordinal);
    }

    private async Task<ServedSweep> ServeAsync(Action<IServiceCollection>? configure = null)
    {
        var served = new ServedSweep(azurite.Connect()) { Listens = true, Configure = configure ?? (_ => { }) };
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        return served;
    }

    private Task<HttpResponseMessage> PostAsync(ServedSweep served, string path, string manifest, string type = "application/yaml") => _http.PostAsync(
        new Uri($"{served.Api}/{path}"), new StringContent(manifest, Encoding.UTF8, new MediaTypeHeaderValue(type)), Cancellation);

    private async Task<HttpResponseMessage> SendAsync(ServedSweep served, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{served.Api}/sweeps/nobody"));
        change(request);
        return await _http.SendAsync(request, Cancellation);
    }

    private static async Task<string> VersionAsync(HttpResponseMessage submitted) =>
        (await JsonAsync(submitted)).GetProperty("manifestETag").GetString() ?? throw new InvalidOperationException("The answer names no version.");

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    /// <summary>Throws at the one who asks for the time on behalf of a link, while it is broken.</summary>
    private sealed class BrokenClock(Func<bool> isBroken) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() =>
            isBroken() && Environment.StackTrace.Contains("LinkSheet", StringComparison.Ordinal)
                ? throw new InvalidOperationException("the clock is broken")
                : base.GetUtcNow();
    }
}
