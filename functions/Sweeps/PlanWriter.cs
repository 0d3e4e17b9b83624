using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>Writes what is planned: <c>trial.json</c> of each trial, then <c>plan.json</c>, so that what the plan names is there.</summary>
public sealed class PlanWriter(IStore store)
{
    private const int WritesAtOnce = 8;

    /// <summary>Writes trials of a plan.</summary>
    public Task WriteTrialsAsync(IEnumerable<Trial> trials, CancellationToken cancellation) => Parallel.ForEachAsync(
        trials,
        new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellation },
        async (trial, stop) => await store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialJson(trial.Id), trial, stop));

    /// <summary>Writes a plan, whose trials are written.</summary>
    public Task WritePlanAsync(SweepPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return store.WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(plan.Sweep), plan, cancellation);
    }
}
