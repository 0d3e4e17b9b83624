using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Triggers;

namespace NeuralStyle.Functions.Tests.Sweeps;

public sealed class HistoryPurgeTests : IAsyncDisposable
{
    private readonly FakeDurableClient _client = new();

    [Fact]
    public async Task RunAsync_OldAndNew_PurgesWhatEndedLongAgoAndSweepsFirst()
    {
        Add("old:trial-a", age: 40);
        Add("old:trial-b:1", age: 40, OrchestrationRuntimeStatus.Failed);
        Add("old", age: 40);
        Add("given-up", age: 31, OrchestrationRuntimeStatus.Terminated);
        Add("recent", age: 29);
        Add("recent:trial-a", age: 29);

        await PurgeAsync();

        Assert.Equal(["old", "given-up", "old:trial-a", "old:trial-b:1"], _client.Purged);
    }

    [Fact]
    public async Task RunAsync_SweepThatRunsSinceLong_KeepsItAndItsTrials()
    {
        Add("long", age: 90, OrchestrationRuntimeStatus.Running);
        Add("long:trial-a", age: 80);
        Add("paused", age: 90, OrchestrationRuntimeStatus.Suspended);
        Add("paused:trial-a", age: 80, OrchestrationRuntimeStatus.Failed);
        Add("waiting", age: 90, OrchestrationRuntimeStatus.Pending);

        await PurgeAsync();

        Assert.Empty(_client.Purged);
    }

    [Fact]
    public async Task RunAsync_BegunLongAgoAndEndedJustNow_IsKeptWithItsTrials()
    {
        Add("slow", age: 90, ended: 1);
        Add("slow:trial-a", age: 80);

        await PurgeAsync();

        Assert.Empty(_client.Purged);
    }

    [Fact]
    public async Task RunAsync_MoreThanTheLimit_PurgesSoManyAndTheRestTheNextTime()
    {
        foreach (var sweep in (string[])["a", "b"])
        {
            Add(sweep, age: 40);
            for (var trial = 0; trial < 5; trial++)
                Add($"{sweep}:{trial}", age: 40);
        }

        await PurgeAsync(limit: 7);
        var first = _client.Purged.Count;
        await PurgeAsync(limit: 7);

        Assert.Equal((7, 12), (first, _client.Purged.Count));
        Assert.Equal(["a", "b"], _client.Purged[..2]);
    }

    [Fact]
    public async Task RunAsync_BrokenOff_StopsAndTheNextTimeTakesTheRest()
    {
        Add("a", age: 40);
        for (var trial = 0; trial < 5; trial++)
            Add($"a:{trial}", age: 40);
        using var stop = new CancellationTokenSource();
        _client.BeforePurging = id =>
        {
            if (id == "a:2")
                stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PurgeUntilAsync(stop.Token));
        Assert.Equal(["a", "a:0", "a:1"], _client.Purged);

        _client.BeforePurging = _ => { };
        await PurgeAsync();
        Assert.Equal(6, _client.Purged.Count);
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private void Add(string id, int age, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Completed, int? ended = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        _client.Instances[id] = status;
        _client.Listed.Add(new OrchestrationMetadata("test", id)
        {
            RuntimeStatus = status,
            CreatedAt = now.AddDays(-age).AddHours(-1),
            LastUpdatedAt = now.AddDays(-(ended ?? age)),
        });
    }

    private Task PurgeAsync(int limit = 100) => PurgeUntilAsync(TestContext.Current.CancellationToken, limit);

    private Task PurgeUntilAsync(CancellationToken cancellation, int limit = 100) => new HistoryPurge(
        new ProcessorSettings { HistoryDays = 30, PurgeLimit = limit }, TimeProvider.System, NullLogger<HistoryPurge>.Instance).RunAsync(_client, cancellation);
}
