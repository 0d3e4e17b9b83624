using System.Globalization;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Progress;

/// <summary>One line an event, for pipes and logs; as JSON where a machine reads.</summary>
internal sealed class PlainDisplay(TextWriter output, bool json) : ISweepDisplay
{
    public async Task<SweepView> ShowAsync(IAsyncEnumerable<SweepView?> views, CancellationToken cancellation)
    {
        var events = new SweepEvents();
        SweepView? last = null;
        // A trial that completed may be dropped by a search later on.
        var ended = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var view in views.WithCancellation(cancellation))
        {
            if (view is null)
                continue;

            foreach (var sweepEvent in events.Since(view))
            {
                // A view may have seen several trials end.
                if (sweepEvent.TrialId is { } trialId)
                    ended.Add(trialId);
                await output.WriteLineAsync(Line(sweepEvent, ended.Count, view.Total).AsMemory(), cancellation);
            }

            await output.FlushAsync(cancellation);
            last = view;
        }

        return last ?? throw new InvalidOperationException("The watch of a sweep ended before it saw one.");
    }

    private string Line(SweepEvent sweepEvent, int ended, int total)
    {
        if (json)
            return System.Text.Json.JsonSerializer.Serialize(sweepEvent, PlanJson.Compact);

        return sweepEvent.TrialId is null
            ? $"{sweepEvent.Sweep}: {sweepEvent.Event}: {sweepEvent.Text}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sweepEvent.Sweep}: {ended}/{total} {sweepEvent.Event} {sweepEvent.Trial}: {sweepEvent.Text}");
    }
}
