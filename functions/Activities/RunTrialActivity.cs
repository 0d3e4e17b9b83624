using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Activities;

/// <summary>The engine as an ordinary activity, for apps of one container (<c>dispatch: activity</c>).</summary>
public sealed class RunTrialActivity(ControlledTrials trials)
{
    [Function(nameof(RunTrialActivity))]
    public Task<TrialOutcome> RunAsync([ActivityTrigger] TrialRequest request, CancellationToken cancellation) =>
        trials.RunAsync(request, cancellation);
}
