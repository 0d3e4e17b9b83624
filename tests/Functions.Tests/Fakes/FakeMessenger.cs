using NeuralStyle.Functions.Messages;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Keeps what is sent.</summary>
public sealed class FakeMessenger : ITrialMessenger
{
    public List<TrialMessage> Trials { get; } = [];

    public List<TrialResultMessage> Results { get; } = [];

    public Task SendTrialAsync(TrialMessage message, CancellationToken cancellation)
    {
        Trials.Add(message);
        return Task.CompletedTask;
    }

    public Task SendResultAsync(TrialResultMessage message, CancellationToken cancellation)
    {
        Results.Add(message);
        return Task.CompletedTask;
    }
}
