using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Forgets, once a night, the orchestrations that ended long ago. What they computed stays: it is in the store.</summary>
public sealed class PurgeHistory(HistoryPurge purge)
{
    /// <summary>Second, minute, hour, day, month, day of the week; UTC.</summary>
    public const string Schedule = "0 30 3 * * *";

    [Function(nameof(PurgeHistory))]
    public Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        purge.RunAsync(client, cancellation);
}
