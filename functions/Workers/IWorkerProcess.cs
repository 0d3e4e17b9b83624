namespace NeuralStyle.Functions.Workers;

/// <summary>The process that trials run in, as its host holds it.</summary>
public interface IWorkerProcess
{
    /// <summary>Is cancelled when the process is told to stop, whether or not the host cancels the functions that run.</summary>
    CancellationToken Stopping { get; }

    /// <summary>
    /// Whether an invocation that was cancelled was so because the process is to stop. Else its message is another worker's by now.
    /// </summary>
    bool IsToldToStop(CancellationToken invocation);

    /// <summary>Ends the process soon, but not before what runs could give its messages back. Returns at once.</summary>
    void Leave(WorkerFault fault);
}
