using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Cli.Serve.Durable;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Cli.Tests.Serve.Durable;

/// <summary>When an orchestration of the local host hears its events.</summary>
public sealed class LocalOrchestrationContextTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();
    private readonly LocalInstance _instance = new("o", "i", null, null, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task WaitForExternalEvent_RaisedDuringAStep_IsHeardAfterIt()
    {
        var context = Context();
        var (waiting, raising, heardWithin) = await StepAsync(() =>
        {
            var waiting = context.WaitForExternalEvent<int>("done", CancellationToken.None);
            var raising = _instance.RaiseAsync("done", "1");
            return (waiting, raising, waiting.IsCompleted);
        });

        await raising;

        Assert.False(heardWithin);
        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task ContinueAsNew_SomebodyWaits_LeavesWhatComesLaterToTheNewOne()
    {
        var (before, after) = (Context(), Context());
        var waiting = await StepAsync(() =>
        {
            var waiting = before.WaitForExternalEvent<int>("done", CancellationToken.None);
            before.ContinueAsNew("input");
            return waiting;
        });
        await _instance.RaiseAsync("done", "1");

        _instance.BeginAnew(before.NewInput);

        // Kept for it, so that it need not wait.
        var heard = after.WaitForExternalEvent<int>("done", CancellationToken.None);
        Assert.True(heard.IsCompletedSuccessfully && await heard == 1);
        Assert.False(waiting.IsCompleted);
    }

    public void Dispose() => _services.Dispose();

    private LocalOrchestrationContext Context() => new(
        new LocalOrchestrations(new FunctionTable(_services), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None), _instance);

    private Task<T> StepAsync<T>(Func<T> step) =>
        Task.Factory.StartNew(step, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _instance.Scheduler);
}
