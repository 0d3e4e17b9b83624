namespace NeuralStyle.Functions.Verification;

/// <summary>The clock of when a sheet was composed.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
