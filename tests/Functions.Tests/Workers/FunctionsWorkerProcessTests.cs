using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Tests.Workers;

public sealed class FunctionsWorkerProcessTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly WorkerFault Fault = new(WorkerFaultKind.DeviceBroken, "the context is lost");

    private readonly FakeLifetime _lifetime = new();
    private readonly WorkerCondition _condition = new();
    private readonly ManualClock _clock = new();
    private bool _isKilled;

    public void Dispose() => _lifetime.Dispose();

    [Fact]
    public async Task Leave_FirstFault_StopsTheApplicationAfterTheHostWasAnsweredAndKillsItWhereItHangs()
    {
        var process = Process();

        process.Leave(Fault);

        Assert.Same(Fault, _condition.Fault);
        await Until.TrueAsync(() => _clock.IsWaitedFor);
        _clock.Advance(process.TimeToAnswer - Moment);
        Assert.False(process.Stopping.IsCancellationRequested);
        _clock.Advance(Moment);
        await Until.TrueAsync(() => process.Stopping.IsCancellationRequested && _clock.IsWaitedFor);
        _clock.Advance(process.TimeToStop - Moment);
        Assert.False(Volatile.Read(ref _isKilled));
        _clock.Advance(Moment);
        await Until.TrueAsync(() => Volatile.Read(ref _isKilled));
    }

    [Fact]
    public void Leave_AnotherFault_TheFirstStands()
    {
        var process = Process();
        process.Leave(Fault);

        process.Leave(new WorkerFault(WorkerFaultKind.Stalled, "later"));

        Assert.Same(Fault, _condition.Fault);
    }

    [Fact]
    public void ExitCode_IsNoneThatTheHostReadsOtherwise()
    {
        // 0: no other worker is started; 200: a restart that was intended, and is not counted.
        Assert.DoesNotContain(WorkerCondition.ExitCode, (int[])[0, 200]);
    }

    private FunctionsWorkerProcess Process() =>
        new(_lifetime, _condition, _clock, NullLogger<FunctionsWorkerProcess>.Instance) { Kill = () => Volatile.Write(ref _isKilled, true) };

    private sealed class FakeLifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
