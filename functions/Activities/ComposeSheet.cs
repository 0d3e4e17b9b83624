using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sheets;

namespace NeuralStyle.Functions.Activities;

/// <summary>Draws the sheet and writes the report; gives the names of the sheet's pages.</summary>
public sealed class ComposeSheet(SheetComposition composition)
{
    [Function(nameof(ComposeSheet))]
    public Task<IReadOnlyList<string>> RunAsync([ActivityTrigger] ComposeRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return composition.ComposeAsync(request.Sweep, request.StartedAt, request.Outcomes, cancellation);
    }
}
