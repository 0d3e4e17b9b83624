namespace NeuralStyle.Functions.Workers;

/// <summary>This process can't work on trials. No fault of the trial at hand: its message goes back to the queue, and no record is written.</summary>
public sealed class WorkerFaultException(WorkerFault fault, Exception? innerException = null) : Exception(fault.Reason, innerException)
{
    /// <summary>What is the matter.</summary>
    public WorkerFault Fault => fault;
}
