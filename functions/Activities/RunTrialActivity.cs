using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Activities;

/// <summary>The engine as an ordinary activity, for apps of one container (<c>dispatch: activity</c>).</summary>
public sealed class RunTrialActivity(TrialExecution execution)
{
    [Function(nameof(RunTrialActivity))]
    public Task<TrialOutcome> RunAsync([ActivityTrigger] TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return execution.RunAsync(request.TrialId, cancellation);
    }
}
