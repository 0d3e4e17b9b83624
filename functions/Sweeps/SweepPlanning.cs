using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Sweeps;

public sealed class SweepPlanning
{
    public Task<IReadOnlyList<string>> CheckAsync(string manifestName, StoredBlob manifest, CancellationToken cancellation) => null!;
    public Task<PlannedSweep> PlanVersionAsync(PlanRequest request, CancellationToken cancellation) => null!;
}
