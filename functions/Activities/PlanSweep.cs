using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Activities;

/// <summary>Resolves a manifest into trials and writes them to the store.</summary>
public sealed class PlanSweep(SweepPlanning planning)
{
    [Function(nameof(PlanSweep))]
    public Task<PlannedSweep> RunAsync([ActivityTrigger] PlanRequest request, CancellationToken cancellation) =>
        planning.PlanVersionAsync(request, cancellation);
}
