using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>An orchestration's way to <c>status.json</c>, and what it hears there.</summary>
internal sealed class StatusBoard(TaskOrchestrationContext context, SweepInput input, HistoryLength history)
{
    // In planned order: a trial's later line takes the place of its earlier one.
    private readonly OrderedDictionary<string, TrialStatus> _changes = [];
    private DateTime _publishedAt;
    private bool _changed;

    /// <summary>How many times the sweep was published, in earlier histories too.</summary>
    public int Published { get; private set; } = input.Course?.Published ?? 0;

    /// <summary>Pages of the newest sheet.</summary>
    public IReadOnlyList<string> Sheets
    {
        get;
        set
        {
            _changed |= !value.SequenceEqual(field);
            field = value;
        }
    } = input.Course?.Sheets ?? [];

    /// <summary>What was asked of the sweep when it was last published.</summary>
    public SweepRequest Request { get; private set; }

    /// <summary>When what changed is to be published; null when nothing did. At once after a quiet time, and no more often than the interval says.</summary>
    public DateTime? DueAt => _changes.Count == 0 && !_changed ? null : _publishedAt + input.Dispatch.StatusInterval;

    /// <summary>Notes that a trial's state changed.</summary>
    public void Change(TrialStatus line) => _changes[line.TrialId] = line;

    /// <summary>Notes how a trial ended.</summary>
    public void Change(TrialOutcome outcome) =>
        Change(new TrialStatus(outcome.TrialId, outcome.State, outcome.Reason, outcome.Reused, outcome.Seconds));

    /// <summary>Publishes where the sweep stands, with all that changed.</summary>
    /// <returns>False when a newer manifest took the sweep's place.</returns>
    public async Task<bool> PublishAsync(SweepState state, IReadOnlyList<string>? problems = null)
    {
        var update = new StatusUpdate
        {
            Sweep = input.Sweep,
            InstanceId = context.InstanceId,
            ManifestETag = input.ManifestETag,
            Number = ++Published,
            State = state,
            Trials = [.. _changes.Values],
            Problems = problems ?? [],
            Sheets = Sheets,
        };
        _changes.Clear();
        _changed = false;
        history.Add();
        var answer = await context.CallActivityAsync<StatusAnswer>(nameof(Activities.UpdateStatus), update, Retries.Transient);
        _publishedAt = context.CurrentUtcDateTime;
        Request = answer.Request;
        return answer.IsOwner;
    }
}
