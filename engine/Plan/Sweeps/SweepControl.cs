namespace NeuralStyle.Plan.Sweeps;

/// <summary>
/// What was last asked of a sweep; <c>results/{sweep}/control.json</c>. It holds for one run of the sweep: submitting again is a new run,
/// of which nothing was asked.
/// </summary>
/// <param name="InstanceId">The orchestration of that run, as the sweep's status named it.</param>
/// <param name="Request">What is asked.</param>
/// <param name="At">When it was asked, UTC.</param>
public sealed record SweepControl(string InstanceId, SweepRequest Request, DateTimeOffset At)
{
    /// <summary>Version of this document's form.</summary>
    public int Format { get; init; } = 1;
}
