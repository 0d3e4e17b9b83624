using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>What can be asked of a sweep, by how far it has come and what was asked of it before.</summary>
public static class RequestRules
{
    /// <summary>What comes of a request.</summary>
    /// <param name="status">The sweep.</param>
    /// <param name="before">What was asked of it before.</param>
    /// <param name="request">What is asked.</param>
    public static RequestVerdict Judge(SweepStatus status, SweepRequest before, SweepRequest request)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status.IsFinished || status.State == SweepState.Composing)
            return request == SweepRequest.Cancel ? RequestVerdict.NothingToCancel : RequestVerdict.Ended;
        if (before == SweepRequest.Cancel && request != SweepRequest.Cancel)
            return RequestVerdict.BeingCancelled;
        if (before != request)
            return RequestVerdict.Ask;
        return request == SweepRequest.Run ? RequestVerdict.NotPaused : RequestVerdict.AskedBefore;
    }
}
