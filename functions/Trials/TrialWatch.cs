using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Takes the news of a running trial from the engine's thread, and has its progress, snapshots and checkpoints written to the store
/// beside that thread.
/// </summary>
internal sealed class TrialWatch : ITrialObserver, IAsyncDisposable
{
    private readonly Trial _trial;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeToFlush;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _abandon = new();
    private readonly CancellationTokenSource _done = new();
    private readonly SnapshotWriter _snapshots;
    private readonly CheckpointWriter _checkpoints;
    private readonly ProgressWriter _progress;
    private readonly ScaleCourse _scales;
    private readonly List<EvaluationRecord> _evaluations = [];
    private readonly List<TrialEvent> _events = [];

    /// <param name="store">Where to write.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="pace">How often and how long to write.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Takes what went wrong with what does no harm.</param>
    /// <param name="cancellation">Ends the engine's run.</param>
    public TrialWatch(IStore store, Trial trial, WatchPace pace, TimeProvider clock, ILogger logger, CancellationToken cancellation)
    {
        (_trial, _clock, _timeToFlush, _logger) = (trial, clock, pace.TimeToFlush, logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _snapshots = new SnapshotWriter(store, trial.Id, _stop, _abandon.Token);
        _checkpoints = new CheckpointWriter(store, trial.Id, logger, _abandon.Token);
        var scales = trial.Parameters.AllScales;
        _scales = new ScaleCourse(scales);
        var begun = new TrialProgress(trial.Id, 0, _scales.Evaluations, 0, 0, default) { Scales = scales.Count };
        _progress = new ProgressWriter(store, begun, pace.ProgressInterval, clock, logger, _done.Token);
    }

    /// <summary>Is called after each evaluation, on the engine's thread.</summary>
    public Action Evaluated { get; init; } = () => { };

    /// <summary>Ends the engine's run: on cancellation, and when a snapshot can't be written.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The evaluations so far. Read it when the engine has ended.</summary>
    public IReadOnlyList<EvaluationRecord> Evaluations => _evaluations;

    /// <summary>Whether this run handed out a checkpoint. Read it when the engine has ended.</summary>
    public bool HasCheckpoint => _checkpoints.IsUsed;

    /// <summary>The events so far. Read it when the engine has ended.</summary>
    public IReadOnlyList<TrialEvent> Events => _events;

    /// <summary>
    /// Seconds of work before this run: up to the checkpoint that it went on from; 0 where it began. Read it when the engine has ended.
    /// </summary>
    public double SecondsBefore { get; private set; }

    /// <summary>The snapshots of this run that are in the store, with the SHA-256 of each. Read it after <see cref="FlushSnapshotsAsync"/>.</summary>
    public IReadOnlyDictionary<int, string> Snapshots => _snapshots.Written;

    public void OnEvaluation(EvaluationRecord evaluation)
    {
        _evaluations.Add(evaluation);
        _progress.Newest = _progress.Newest with { Evaluation = evaluation.Evaluation, Total = evaluation.Total, Seconds = evaluation.Seconds };
        Evaluated();
    }

    public void OnSnapshot(int evaluation, byte[] png) => _snapshots.Offer(evaluation, png);

    public void OnEvent(TrialEvent trialEvent)
    {
        _events.Add(trialEvent);
        // By then the evaluations of before have been told again.
        if (trialEvent.Kind == TrialEventKind.Resumed)
            SecondsBefore = _evaluations.LastOrDefault()?.Seconds ?? 0;
        _scales.OnEvent(trialEvent);
        _progress.Newest = _progress.Newest with { Iterations = _scales.Evaluations, Scale = _scales.Scale };
        Logs.TrialEventSeen(_logger, _trial.Id, trialEvent.Evaluation, trialEvent.Text);
    }

    public void OnCheckpoint(byte[] checkpoint) => _checkpoints.Offer(checkpoint, _snapshots.Stored);

    /// <summary>Waits until every snapshot is in the store.</summary>
    /// <exception cref="StoreUnavailableException">One could not be written.</exception>
    public Task FlushSnapshotsAsync(CancellationToken cancellation) => _snapshots.FlushAsync().WaitAsync(cancellation);

    /// <summary>Ends all writing of a trial that has its record: afterwards its progress and checkpoint can be removed for good.</summary>
    public async Task CloseAsync()
    {
        await EndProgressAsync();
        await WithinTimeAsync(_checkpoints.DiscardAsync());
    }

    /// <summary>Ends the writing. Of a trial that was broken off, what the engine handed out last is written, if it takes no longer than a few seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndProgressAsync();
        await WithinTimeAsync(Task.WhenAll(_snapshots.FlushAsync(), _checkpoints.FlushAsync()));
        _abandon.Dispose();
        _done.Dispose();
        _stop.Dispose();
    }

    private async Task EndProgressAsync()
    {
        await _done.CancelAsync();
        await _progress.Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WithinTimeAsync(Task writing)
    {
        using var late = new CancellationTokenSource(_timeToFlush, _clock);
        await using var abandon = late.Token.Register(_abandon.Cancel);
        // What went wrong with snapshots was thrown by FlushSnapshotsAsync, or doesn't matter any more.
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
