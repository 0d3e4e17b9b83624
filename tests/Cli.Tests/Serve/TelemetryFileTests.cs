using System.Text.Json.Nodes;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class TelemetryFileTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void New_FolderThatIsNotThere_IsSaid()
    {
        var path = Path.Combine(_path, "telemetry.jsonl");

        var exception = Assert.Throws<UsageException>(() => new TelemetryFile(path, TimeProvider.System));

        Assert.StartsWith($"--telemetry '{path}' could not be written:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_MeasureThatIsAskedFor_IsThereWhileItRuns()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        using var telemetry = new ProcessorTelemetry("cuda", _ => new DeviceReport("cuda", true) { Tensors = "none", Gpu = new GpuFacts("GPU", "1", 100, 30) });
        using var file = new TelemetryFile(_path, clock);

        clock.Advance(TimeSpan.FromSeconds(30));

        var lines = await LinesAsync();
        Assert.Contains(lines, line => ((string?)line["measure"], (string?)line["state"], (double?)line["value"]) == ("neuralstyle.gpu_memory", "used", 70));
        Assert.Contains(lines, line => ((string?)line["measure"], (string?)line["state"], (double?)line["value"]) == ("neuralstyle.gpu_memory", "free", 30));
    }

    [Fact]
    public async Task RunAsync_SweepOverTheQueues_IsOneTraceFromTheManifestToTheSheet()
    {
        var served = new ServedSweep(azurite.Connect(), new ProcessorSettings { SheetInterval = TimeSpan.Zero }) { TelemetryPath = _path };
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        served.Engine.BeforeEvaluation = (trial, _, _) =>
        {
            if (trial.Parameters.StyleWeight == 100)
                throw new FakeEngineException("the loss is NaN");
        };
        SweepStatus? status = null;

        await served.WhileServingAsync(async () =>
        {
            status = await served.SubmitAsync("traced", SampleSweep.Unlike(SampleSweep.Manifest, 140), Cancellation);
            // A sweep's end is counted after it stands in the status; a host that is told to stop in between leaves that to the activity's retry.
            while (!(await LinesAsync()).Any(IsEnd))
                await Task.Delay(served.Looking, Cancellation);
        });

        // Other tests of this process may trace at the same time.
        var lines = await LinesAsync();
        var start = Assert.Single(Spans("start sweep"), span => (string?)span["neuralstyle.sweep"] == "traced");
        var own = lines.Where(line => (string?)line["trace"] == (string?)start["trace"]).ToList();
        Assert.Equal(SweepState.CompletedWithFailures, status!.State);
        foreach (var (name, times) in ((string, int)[])[("plan sweep", 1), ("queue trial", 4), ("run trial", 4), ("take outcome", 4), ("compose sheet", 1)])
            Assert.Equal(times, own.Count(span => (string?)span["span"] == name));
        var ids = own.Select(span => (string?)span["id"]).ToHashSet();
        Assert.All(own, span => Assert.True(span == start ? span["parent"] is null : ids.Contains((string?)span["parent"]), $"{span}"));
        foreach (var run in own.Where(span => (string?)span["span"] == "run trial"))
        {
            var parent = Assert.Single(own, span => (string?)span["id"] == (string?)run["parent"]);
            Assert.Equal(("queue trial", (string?)run["neuralstyle.trial"]), ((string?)parent["span"], (string?)parent["neuralstyle.trial"]));
        }

        Assert.Equal(2, own.Count(span => (string?)span["outcome"] == "completed"));
        Assert.Equal(2, own.Count(span => (string?)span["outcome"] == "failed" && (string?)span["error"] == "the loss is NaN"));
        Assert.InRange(Measures("neuralstyle.trials").Count(measure => (string?)measure["outcome"] == "completed"), 2, int.MaxValue);
        Assert.InRange(Measures("neuralstyle.queue_wait").Count(), 4, int.MaxValue);
        Assert.All(Measures("neuralstyle.queue_wait"), measure => Assert.InRange((double)measure["value"]!, 0, 3600));
        Assert.Contains(lines, IsEnd);
        Assert.NotEmpty(Measures("neuralstyle.evaluations_per_second"));

        IEnumerable<JsonObject> Spans(string name) => lines.Where(line => (string?)line["span"] == name);

        IEnumerable<JsonObject> Measures(string name) => lines.Where(line => (string?)line["measure"] == name);

        static bool IsEnd(JsonObject line) => ((string?)line["measure"], (string?)line["state"]) == ("neuralstyle.sweeps", "completed-with-failures");
    }

    /// <summary>The lines that are whole by now; the host may be writing another.</summary>
    private async Task<IReadOnlyList<JsonObject>> LinesAsync()
    {
        await using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. (await reader.ReadToEndAsync(Cancellation)).Split('\n')[..^1].Select(line => JsonNode.Parse(line)!.AsObject())];
    }
}
