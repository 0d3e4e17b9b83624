using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A plain sweep; the trials of one of its contents fail.</summary>
public sealed class TruthfulSweep : EngineSweep
{
    public const string Name = "truthful";

    // The trials of narrow.png fail: two blocks of pooling leave nothing of 48 x 2 pixels.
    private const string Manifest = """
        content: [waves.png, narrow.png]
        style: [stripes.png]
        parameters: {imageSize: 48, iterations: 3, scales: "32:2", contentLayers: relu3_1, styleLayers: "relu1_1, relu2_1", outputFormat: jpeg}
        axes:
          styleWeight: [1, 100]
        snapshots: first 2, best, last
        """;

    public SweepPlan Plan { get; private set; } = null!;

    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var startedAt = DateTimeOffset.UtcNow;
        var status = services.GetRequiredService<StatusWriter>();
        await status.BeginAsync(Name, "instance", "etag", [], default, cancellation);
        Plan = await services.GetRequiredService<SweepPlanning>().PlanAsync(Name, $"{Name}.yaml", Encoding.UTF8.GetBytes(Manifest), cancellation);
        var outcomes = new List<TrialOutcome>();
        foreach (var trial in Plan.Trials)
            outcomes.Add(await services.GetRequiredService<TrialExecution>().RunAsync(trial.Id, cancellation));
        var composed = await services.GetRequiredService<SheetComposition>().ComposeAsync(Name, startedAt, outcomes, cancellation);
        var update = new StatusUpdate
        {
            Sweep = Name,
            InstanceId = "instance",
            ManifestETag = "etag",
            State = SweepState.CompletedWithFailures,
            Trials = [.. outcomes.Select(outcome => new TrialStatus(outcome.TrialId, outcome.State, outcome.Reason, outcome.Reused, outcome.Seconds))],
            Sheets = composed.Pages,
        };
        await status.ApplyAsync(update, null, cancellation);
    }
}
