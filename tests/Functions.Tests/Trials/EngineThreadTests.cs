using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class EngineThreadTests
{
    private readonly WorkerCondition _condition = new();

    [Fact]
    public void Dispose_WorkAtHand_WaitsForIt()
    {
        var done = false;
        var thread = new EngineThread(_condition);
        thread.Post(() =>
        {
            Thread.Sleep(200);
            Volatile.Write(ref done, true);
        });

        thread.Dispose();

        Assert.True(Volatile.Read(ref done));
    }

    [Fact]
    public async Task Dispose_ProcessAtFault_DoesNotWaitForADeviceThatHangs()
    {
        using var hang = new ManualResetEventSlim();
        using var began = new ManualResetEventSlim();
        var thread = new EngineThread(_condition) { TimeToEnd = Timeout.InfiniteTimeSpan };
        thread.Post(() =>
        {
            began.Set();
            hang.Wait();
        });
        began.Wait(TestContext.Current.CancellationToken);
        _condition.Spoil(new WorkerFault(WorkerFaultKind.Stalled, "hangs"));

        try
        {
            await Task.Run(thread.Dispose, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
        finally
        {
            hang.Set();
        }
    }
}
