using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Functions.Activities;

/// <summary>Resolves a manifest into trials and writes them to the store.</summary>
public sealed class PlanSweep(SweepPlanning planning, ProcessorTelemetry telemetry)
{
    [Function(nameof(PlanSweep))]
    public async Task<PlannedSweep> RunAsync([ActivityTrigger] PlanRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = telemetry.Begin("plan sweep", ActivityKind.Internal, request.TraceParent, (ProcessorTelemetry.SweepTag, request.Sweep));
        return await planning.PlanVersionAsync(request, cancellation).ToldBy(span);
    }
}
