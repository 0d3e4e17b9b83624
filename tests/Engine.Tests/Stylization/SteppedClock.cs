namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _now += time.Ticks;

    /// <summary>Is called each time that the clock is read.</summary>
    public Action Read { get; set; } = () => { };

    public override long GetTimestamp()
    {
        Read();
        return _now;
    }
}
