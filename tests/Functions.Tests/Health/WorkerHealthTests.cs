using System.Net;
using System.Text.Json;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Health;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Api;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Tests.Health;

public sealed class WorkerHealthTests : IDisposable
{
    private static readonly GpuFacts Tesla = new("Tesla T4", "570.86.15", 16L << 30, 15L << 30);
    private static readonly DeviceReport Present = new("cuda", true) { Tensors = "libtorch 2.10", Gpu = Tesla };

    private readonly Processor _processor = new();
    private readonly WorkerCondition _condition = new();
    private DeviceReport _device = Present;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Fact]
    public async Task RunAsync_GpuPresent_Answers200AndSaysWhichItIs()
    {
        var (status, answer) = await GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(answer.GetProperty("healthy").GetBoolean());
        Assert.Equal(("cuda", "Tesla T4", "570.86.15"), (
            answer.GetProperty("device").GetString(), answer.GetProperty("gpu").GetProperty("name").GetString(), answer.GetProperty("gpu").GetProperty("driver").GetString()));
        Assert.False(answer.TryGetProperty("storage", out _));
    }

    [Fact]
    public async Task RunAsync_GpuNeededAndNotThere_Answers503AndWhy()
    {
        _device = new DeviceReport("cuda", false) { Tensors = "libtorch 2.10", Reason = "Device 'cuda' is not here." };

        var (status, answer) = await GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["Device 'cuda' is not here."], Reasons(answer));
    }

    [Fact]
    public async Task RunAsync_WorkerThatLeaves_Answers503AndWhy()
    {
        _condition.Spoil(new WorkerFault(WorkerFaultKind.Stalled, "The engine has made no progress for 600 s."));

        var (status, answer) = await GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["The engine has made no progress for 600 s."], Reasons(answer));
    }

    [Fact]
    public async Task RunAsync_Cpu_DoesNotLookForADevice()
    {
        // What a control app answers must not load the tensor library.
        _device = new DeviceReport("cpu", false) { Tensors = "loaded", Reason = "looked" };

        var (status, answer) = await GetAsync("/api/health", "cpu");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("none", answer.GetProperty("tensors").GetString());
    }

    [Fact]
    public async Task RunAsync_StorageGone_IsAliveButNotReady()
    {
        _processor.Store.BeforeLook = () => throw new StoreUnavailableException("Storage did not answer while looking.");

        var (alive, _) = await GetAsync("/api/health");
        var (ready, answer) = await GetAsync("/api/health?ready=true");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive, ready));
        Assert.Equal(["Storage did not answer while looking."], Reasons(answer));
        Assert.False(answer.GetProperty("storage").GetBoolean());
    }

    [Fact]
    public async Task RunAsync_StorageThatNeverAnswers_IsNotReadyWithinSeconds()
    {
        _processor.Store.BeforeLook = () => Task.Delay(Timeout.Infinite, Cancellation);

        var (ready, answer) = await GetAsync("/api/health?ready=true", patience: TimeSpan.FromMilliseconds(100));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.StartsWith("Storage did not answer within", Assert.Single(Reasons(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StorageThere_IsReady()
    {
        var (ready, answer) = await GetAsync("/api/health?ready=true");

        Assert.Equal(HttpStatusCode.OK, ready);
        Assert.True(answer.GetProperty("storage").GetBoolean());
    }

    [Fact]
    public async Task RunAsync_OtherWord_IsRefused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("/api/health?ready=perhaps")).Status);
    }

    private static List<string> Reasons(JsonElement answer) => [.. answer.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!)];

    private async Task<(HttpStatusCode Status, JsonElement Answer)> GetAsync(string path, string device = "cuda", TimeSpan? patience = null)
    {
        var health = new WorkerHealth(
            new ProcessorSettings { Device = device },
            _condition,
            new EnginePulse(TimeProvider.System),
            _processor.Engine,
            _processor.Store,
            TimeProvider.System,
            _ => _device)
        {
            Patience = patience ?? TimeSpan.FromMinutes(1),
        };
        var response = await new CheckHealth(health).RunAsync(new FakeRequest("GET", path), Cancellation);
        return (response.StatusCode, JsonDocument.Parse(FakeResponse.Text(response)).RootElement);
    }
}
