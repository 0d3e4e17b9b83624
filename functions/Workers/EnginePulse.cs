namespace NeuralStyle.Functions.Workers;

/// <summary>Signs of life of the engine's thread: when it began work, and each evaluation of whatever trial it works on.</summary>
public sealed class EnginePulse(TimeProvider clock)
{
    private long _last;
    private int _working;

    /// <summary>Time since the last sign of life; null while the engine has nothing to do.</summary>
    public TimeSpan? Silence => Volatile.Read(ref _working) == 0 ? null : clock.GetElapsedTime(Volatile.Read(ref _last));

    /// <summary>The engine begins work.</summary>
    public void Begin()
    {
        Beat();
        Volatile.Write(ref _working, 1);
    }

    /// <summary>The engine got on.</summary>
    public void Beat() => Volatile.Write(ref _last, clock.GetTimestamp());

    /// <summary>The engine has ended its work.</summary>
    public void End() => Volatile.Write(ref _working, 0);
}
