namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _now += time.Ticks;

    public override long GetTimestamp() => _now;
}
