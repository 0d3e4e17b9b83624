namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Counts what an orchestration calls. The durable engine keeps each call and reads all of them whenever the orchestration goes on, so that
/// a long sweep would be slower with every trial: at a bound it begins anew.
/// </summary>
/// <param name="most">Calls in one history.</param>
internal sealed class HistoryLength(int most)
{
    private int _calls;

    /// <summary>Whether no further trial is to be begun in this history.</summary>
    public bool IsFull => _calls >= most;

    /// <summary>Notes a call: an activity, an orchestration, a timer or an event.</summary>
    public void Add() => _calls++;
}
