using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Trials;

namespace NeuralStyle.Functions.Activities;

/// <summary>Looks which of many trials ended before.</summary>
public sealed class FindFinished(FinishedTrials finished)
{
    [Function(nameof(FindFinished))]
    public async Task<FinishedAnswer> RunAsync([ActivityTrigger] FinishedRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new FinishedAnswer(await finished.FindOutcomesAsync(request.TrialIds, cancellation));
    }
}
