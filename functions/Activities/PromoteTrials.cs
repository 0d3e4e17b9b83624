using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Activities;

/// <summary>Judges the trials of a search's rung and plans the next one.</summary>
public sealed class PromoteTrials(SweepPromotion promotion)
{
    [Function(nameof(PromoteTrials))]
    public Task<PromotedTrials> RunAsync([ActivityTrigger] PromoteRequest request, CancellationToken cancellation) =>
        promotion.RunAsync(request, cancellation);
}
