using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Functions.Activities;

/// <summary>Draws the sheet and writes the report; gives the names of the sheet's pages, and the trials that were not what was planned.</summary>
public sealed class ComposeSheet(SheetComposition composition, PartialComposition partial, ProcessorTelemetry telemetry)
{
    [Function(nameof(ComposeSheet))]
    public async Task<ComposedSheet> RunAsync([ActivityTrigger] ComposeRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = telemetry.Begin(
            request.IsPartial ? "compose partial sheet" : "compose sheet", ActivityKind.Internal, request.TraceParent,
            (ProcessorTelemetry.SweepTag, request.Sweep));
        var composing = request.IsPartial
            ? partial.ComposeAsync(request, cancellation)
            : composition.ComposeAsync(request.Sweep, request.StartedAt, request.Outcomes, cancellation);
        return await composing.ToldBy(span);
    }
}
