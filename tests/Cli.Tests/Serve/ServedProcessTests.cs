using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class ServedProcessTests : IDisposable
{
    private static readonly WorkerFault Fault = new(WorkerFaultKind.Stalled, "hangs");
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualClock _clock = new();
    private readonly WorkerCondition _condition = new();
    private readonly CancellationTokenSource _stop = new();
    private int _kills;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Leave_HostThatHangs_IsToldToStopAtOnceAndKilledOnceItsTimeIsOver()
    {
        using var process = Process();

        process.Leave(Fault);

        Assert.Same(Fault, _condition.Fault);
        await Until.TrueAsync(() => process.Stopping.IsCancellationRequested && _clock.IsWaitedFor);
        _clock.Advance(process.TimeToStop - Moment);
        Assert.Equal(0, Volatile.Read(ref _kills));
        _clock.Advance(Moment);
        await Until.TrueAsync(() => Volatile.Read(ref _kills) == 1);
    }

    [Fact]
    public async Task Leave_HostThatEndsInTime_IsNotKilled()
    {
        var process = Process();
        process.Leave(Fault);
        await Until.TrueAsync(() => _clock.IsWaitedFor);

        process.Dispose();

        // Nothing is left that could.
        await Until.TrueAsync(() => !_clock.IsWaitedFor);
        _clock.Advance(2 * process.TimeToStop);
        Assert.False(SpinWait.SpinUntil(() => Volatile.Read(ref _kills) > 0, TimeSpan.FromMilliseconds(250)));
    }

    [Fact]
    public async Task Leave_FurtherFaults_AreNeitherKeptNorKillTwice()
    {
        using var process = Process();

        process.Leave(Fault);
        process.Leave(new WorkerFault(WorkerFaultKind.DeviceBroken, "later"));

        await Until.TrueAsync(() => _clock.IsWaitedFor);
        _clock.Advance(process.TimeToStop);
        await Until.TrueAsync(() => Volatile.Read(ref _kills) > 0);
        Assert.Same(Fault, _condition.Fault);
        Assert.False(_clock.IsWaitedFor);
        Assert.Equal(1, Volatile.Read(ref _kills));
    }

    private ServedProcess Process() =>
        new(_stop, _condition, _clock, NullLogger<ServedProcess>.Instance) { Kill = () => Interlocked.Increment(ref _kills) };
}
