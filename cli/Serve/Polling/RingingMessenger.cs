using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>Sends over the queues as ever, and rings for whoever reads them in this process.</summary>
internal sealed class RingingMessenger(QueueTrialMessenger queues, QueueBells bells) : ITrialMessenger
{
    public async Task SendTrialAsync(TrialMessage message, CancellationToken cancellation)
    {
        await queues.SendTrialAsync(message, cancellation);
        bells.Of(StoreLayout.TrialsQueue).Ring();
    }

    public Task<IReadOnlyList<WaitingMessage>> PeekTrialsAsync(CancellationToken cancellation) => queues.PeekTrialsAsync(cancellation);

    public async Task SendResultAsync(TrialResultMessage message, CancellationToken cancellation)
    {
        await queues.SendResultAsync(message, cancellation);
        bells.Of(StoreLayout.TrialResultsQueue).Ring();
    }
}
