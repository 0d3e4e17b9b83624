using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>Stops the decoding of a file when its time is over.</summary>
internal sealed class DecodingDeadline : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private Image? _file;

    /// <param name="file">The opened file; everything that is computed from it stops with it.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="clock">Counts.</param>
    internal DecodingDeadline(Image file, TimeSpan time, TimeProvider clock)
    {
        _file = file;
        _timer = clock.CreateTimer(_ => Stop(), null, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the time was over before the end.</summary>
    internal bool HasPassed { get; private set; }

    public void Dispose()
    {
        // The timer may be calling at this moment; the image must outlive that.
        lock (_gate)
            _file = null;
        _timer.Dispose();
    }

    private void Stop()
    {
        lock (_gate)
        {
            if (_file is null)
                return;
            HasPassed = true;
            _file.SetKill(true);
        }
    }
}
