using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sheets;

namespace NeuralStyle.Functions.Activities;

/// <summary>Draws the sheet and writes the report; gives the names of the sheet's pages, and the trials that were not what was planned.</summary>
public sealed class ComposeSheet(SheetComposition composition, PartialComposition partial)
{
    [Function(nameof(ComposeSheet))]
    public Task<ComposedSheet> RunAsync([ActivityTrigger] ComposeRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.IsPartial
            ? partial.ComposeAsync(request, cancellation)
            : composition.ComposeAsync(request.Sweep, request.StartedAt, request.Outcomes, cancellation);
    }
}
