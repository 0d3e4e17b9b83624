namespace NeuralStyle.Functions.Workers;

/// <summary>Whether this process is still of use as a worker.</summary>
public sealed class WorkerCondition
{
    /// <summary>
    /// What a worker's process ends with that leaves because of a fault. Neither 0, after which the Functions host would start no other,
    /// nor 200, which it takes for a restart that was intended and doesn't count: after three such ends within half an hour the host
    /// ends too, and the platform may put the container elsewhere. Where even the ending hangs in the device's driver, the process is
    /// killed, and ends with 137.
    /// </summary>
    public const int ExitCode = 5;

    private WorkerFault? _fault;

    /// <summary>What is the matter with it; null while nothing is.</summary>
    public WorkerFault? Fault => Volatile.Read(ref _fault);

    /// <summary>Says that something is the matter, for good. The first fault stands.</summary>
    /// <returns>Whether this was the first.</returns>
    public bool Spoil(WorkerFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Interlocked.CompareExchange(ref _fault, fault, null) is null;
    }
}
