using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Functions.Activities;

/// <summary>Judges the trials of a search's rung and plans the next one.</summary>
public sealed class PromoteTrials(SweepPromotion promotion, ProcessorTelemetry telemetry)
{
    [Function(nameof(PromoteTrials))]
    public async Task<PromotedTrials> RunAsync([ActivityTrigger] PromoteRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = telemetry.Begin("judge rung", ActivityKind.Internal, request.TraceParent, (ProcessorTelemetry.SweepTag, request.Sweep));
        return await promotion.RunAsync(request, cancellation).ToldBy(span);
    }
}
