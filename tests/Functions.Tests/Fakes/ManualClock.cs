namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it; what waits for it goes on when its time has come.</summary>
/// <param name="start">The time that it begins with.</param>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private TimeSpan _now;

    public ManualClock()
        : this(DateTimeOffset.UnixEpoch)
    {
    }

    /// <summary>Whether somebody waits.</summary>
    public bool IsWaitedFor
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
            return _now.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiting = new Waiting(this, () => callback(state));
        waiting.Change(dueTime, period);
        return waiting;
    }

    public void Advance(TimeSpan time)
    {
        List<Waiting> due;
        lock (_gate)
        {
            _now += time;
            due = [.. _waiting.Where(waiting => waiting.DueAt <= _now)];
            _waiting.RemoveAll(due.Contains);
            foreach (var waiting in due.Where(waiting => waiting.Period > TimeSpan.Zero))
                waiting.Change(waiting.Period, waiting.Period);
        }

        foreach (var waiting in due)
            waiting.Fire();
    }

    private sealed class Waiting(ManualClock clock, Action fire) : ITimer
    {
        public TimeSpan DueAt { get; private set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._waiting.Remove(this);
                Period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                DueAt = clock._now + dueTime;
                clock._waiting.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
