namespace NeuralStyle.Functions.Messages;

/// <summary>The way to the workers and back.</summary>
public interface ITrialMessenger
{
    /// <summary>Puts a trial on the queue <c>trials</c>.</summary>
    Task SendTrialAsync(TrialMessage message, CancellationToken cancellation);

    /// <summary>Looks at messages at the head of the queue <c>trials</c> that no worker holds, and leaves them there as they are.</summary>
    Task<IReadOnlyList<WaitingMessage>> PeekTrialsAsync(CancellationToken cancellation);

    /// <summary>Puts an outcome on the queue <c>trial-results</c>.</summary>
    Task SendResultAsync(TrialResultMessage message, CancellationToken cancellation);
}
