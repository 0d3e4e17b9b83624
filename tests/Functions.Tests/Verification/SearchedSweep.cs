using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A search by successive halving.</summary>
public sealed class SearchedSweep : EngineSweep
{
    public const string Name = "searched";

    private const string Manifest = """
        content: [waves.png]
        style: [stripes.png]
        parameters: {iterations: 4, contentLayers: relu2_1, styleLayers: relu1_1}
        axes:
          styleWeight: [0.01, 1, 100]
        search: {method: halving, rungs: [32, 40, 48], keep: 0.5}
        """;

    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var plan = await services.GetRequiredService<SweepPlanning>().PlanAsync(Name, $"{Name}.yaml", Encoding.UTF8.GetBytes(Manifest), cancellation);
        IReadOnlyList<string> trialIds = [.. plan.Trials.Select(trial => trial.Id)];
        var outcomes = new OrderedDictionary<string, TrialOutcome>();
        for (var rung = 0; rung < plan.Search!.Rungs.Count; rung++)
        {
            var ended = new List<TrialOutcome>();
            foreach (var trialId in trialIds)
                ended.Add(outcomes[trialId] = await services.GetRequiredService<TrialExecution>().RunAsync(trialId, cancellation));
            if (rung + 1 == plan.Search.Rungs.Count)
                break;
            var promoted = await services.GetRequiredService<SweepPromotion>().RunAsync(new PromoteRequest(Name, "instance", rung, ended), cancellation);
            foreach (var dropped in promoted.Dropped)
                outcomes[dropped.TrialId] = dropped;
            trialIds = promoted.TrialIds;
        }

        await services.GetRequiredService<SheetComposition>().ComposeAsync(Name, DateTimeOffset.UtcNow, [.. outcomes.Values], cancellation);
    }
}
