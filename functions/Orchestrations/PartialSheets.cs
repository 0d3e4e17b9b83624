using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Has the sheet drawn while trials run: beside them, one at a time, when something changed, and so seldom that drawing takes a tenth of
/// the time at most, however large the sheet. One that can't be drawn does no harm.
/// </summary>
internal sealed class PartialSheets(
    TaskOrchestrationContext context, SweepInput input, DateTime startedAt, HistoryLength history, ILogger logger)
{
    private const int RestOfDrawing = 9;

    private readonly TimeSpan _interval = input.Dispatch.SheetInterval;
    private DateTime _begunAt;
    // What ended before the orchestration began anew may not be shown yet.
    private bool _changed = input.Course is not null;

    /// <summary>When the sweep began, UTC.</summary>
    public DateTime StartedAt => startedAt;

    /// <summary>Before when no other is drawn, UTC.</summary>
    public DateTime NotBefore { get; private set; } = input.Course?.SheetNotBefore ?? startedAt + input.Dispatch.SheetInterval;

    /// <summary>The sheet that is being drawn; null when none is.</summary>
    public Task<ComposedSheet?>? Drawing { get; private set; }

    /// <summary>When the next is to be drawn; null when there is nothing to draw, or one is being drawn.</summary>
    public DateTime? DueAt => _interval > TimeSpan.Zero && _changed && Drawing is null ? NotBefore : null;

    /// <summary>Notes that a sheet would show something new.</summary>
    public void Change() => _changed = true;

    /// <summary>Begins to draw what the sweep's status says by now.</summary>
    public void Begin()
    {
        (_changed, _begunAt) = (false, context.CurrentUtcDateTime);
        history.Add();
        Drawing = DrawAsync();
    }

    /// <summary>Takes the sheet that was drawn.</summary>
    /// <returns>Its pages; none when it could not be drawn.</returns>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        var drawn = await Drawing!;
        Drawing = null;
        var now = context.CurrentUtcDateTime;
        var rest = RestOfDrawing * (now - _begunAt);
        NotBefore = now + (rest > _interval ? rest : _interval);
        return drawn?.Pages ?? [];
    }

    private async Task<ComposedSheet?> DrawAsync()
    {
        try
        {
            var request = new ComposeRequest(input.Sweep, context.InstanceId, new DateTimeOffset(startedAt, TimeSpan.Zero), []) { IsPartial = true, TraceParent = input.TraceParent };
            return await context.CallActivityAsync<ComposedSheet>(nameof(Activities.ComposeSheet), request);
        }
        catch (TaskFailedException exception)
        {
            Logs.PartialSheetFailed(logger, input.Sweep, exception.FailureDetails.ErrorMessage);
            return null;
        }
    }
}
