using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Cli.Serve.Durable;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Cli.Tests.Serve.Durable;

/// <summary>What of Durable's rules about ids the local host keeps. The orchestration fails at once, for want of input.</summary>
public sealed class LocalDurableClientTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();
    private readonly LocalDurableClient _client;

    public LocalDurableClientTests() => _client = new LocalDurableClient(new LocalOrchestrations(
        new FunctionTable(_services), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Schedule_EndedOneOfTheIdAndNothingSaid_TakesItsPlace()
    {
        await StartAsync([]);

        await StartAsync([]);

        Assert.Single(await _client.GetAllInstancesAsync().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Schedule_EndedOneOfTheIdInAStateThatStays_Throws()
    {
        await StartAsync([]);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAsync([OrchestrationRuntimeStatus.Failed]));
        await StartAsync([OrchestrationRuntimeStatus.Completed]);
    }

    [Fact]
    public async Task PurgeInstance_Ended_IsForgottenAndUnknownCountsForNothing()
    {
        await StartAsync([]);

        Assert.Equal(1, (await _client.PurgeInstanceAsync("i", Cancellation)).PurgedInstanceCount);
        Assert.Equal(0, (await _client.PurgeInstanceAsync("i", Cancellation)).PurgedInstanceCount);
        Assert.Null(await _client.GetInstanceAsync("i", Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _services.DisposeAsync();
    }

    private async Task StartAsync(OrchestrationRuntimeStatus[] dedupe)
    {
        await _client.ScheduleNewOrchestrationInstanceAsync(
            nameof(SweepOrchestration), new StartOrchestrationOptions("i").WithDedupeStatuses(dedupe), Cancellation);
        await _client.WaitForInstanceCompletionAsync("i", Cancellation);
    }
}
