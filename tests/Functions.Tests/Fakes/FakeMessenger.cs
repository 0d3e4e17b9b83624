using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Keeps what is sent.</summary>
public sealed class FakeMessenger : ITrialMessenger
{
    public List<TrialMessage> Trials { get; } = [];

    public List<TrialResultMessage> Results { get; } = [];

    /// <summary>Whether trials can't be sent.</summary>
    public bool IsOutOfReach { get; set; }

    /// <summary>What stands in the queue of trials.</summary>
    public List<WaitingMessage> Line { get; } = [];

    public Task SendTrialAsync(TrialMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsOutOfReach)
            return Task.FromException(new StoreUnavailableException("the queue is out of reach, as the test wants"));
        Trials.Add(message);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WaitingMessage>> PeekTrialsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<WaitingMessage>>(Line);

    public Task SendResultAsync(TrialResultMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Results.Add(message);
        return Task.CompletedTask;
    }
}
