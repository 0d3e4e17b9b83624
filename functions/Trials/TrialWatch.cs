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
    /// <param name="finished">Tells whether another run has ended the trial.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="pace">How often and how long to write.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Takes what went wrong with what does no harm.</param>
    /// <param name="cancellation">Ends the engine's run.</param>
    public TrialWatch(
        IStore store, FinishedTrials finished, Trial trial, WatchPace pace, TimeProvider clock, ILogger logger, CancellationToken cancellation)
    {
        (_trial, _clock, _timeToFlush, _logger) = (trial, clock, pace.TimeToFlush, logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A lost one ends the run; of the others the next is as good.
        _snapshots = new SnapshotWriter(new PatientStore(store, pace.StorePatience, clock), finished, trial.Id, _stop, _abandon.Token);
        _checkpoints = new CheckpointWriter(store, trial.Id, logger, _abandon.Token);
        _scales = new ScaleCourse(trial.Parameters.AllScales);
        _progress = new ProgressWriter(store, StoredProgress.Begun(trial, clock.GetUtcNow()), pace.ProgressInterval, clock, logger, _done.Token);
    }

    /// <summary>Is called after each evaluation, on the engine's thread.</summary>
    public Action Evaluated { get; init; } = () => { };

    /// <summary>
    /// Is called on the engine's thread when a trial with a checkpoint goes on from it, or begins anew because it was refused: with the
    /// evaluations and the seconds of work of before.
    /// </summary>
    public Action<int, double> WentOn { get; init; } = (_, _) => { };

    /// <summary>Ends the engine's run: on cancellation, when a snapshot can't be written, and when another run has completed the trial.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The evaluations so far. Read it when the engine has ended.</summary>
    public IReadOnlyList<EvaluationRecord> Evaluations => _evaluations;

    /// <summary>Whether this run handed out a checkpoint. Read it when the engine has ended.</summary>
    public bool HasCheckpoint => _checkpoints.IsUsed;

    /// <summary>Whether this run wrote of its progress. Read it after <see cref="CloseAsync"/>.</summary>
    public bool HasProgress => _progress.IsUsed;

    /// <summary>The evaluations of before this run: those up to the checkpoint that it went on from; 0 where it began. Read it when the engine has ended.</summary>
    public int EvaluationsBefore { get; private set; }

    /// <summary>When this run began, UTC.</summary>
    public DateTimeOffset StartedAt => _progress.Newest.StartedAt!.Value;

    /// <summary>The events so far. Read it when the engine has ended.</summary>
    public IReadOnlyList<TrialEvent> Events => _events;

    /// <summary>
    /// Seconds of work before this run: up to the checkpoint that it went on from; 0 where it began. Read it when the engine has ended.
    /// </summary>
    public double SecondsBefore { get; private set; }

    /// <summary>The snapshots that this run wrote. Read it after <see cref="FlushSnapshotsAsync"/>.</summary>
    public IReadOnlyDictionary<int, WrittenSnapshot> Snapshots => _snapshots.Written;

    /// <summary>The record of another run that completed the trial meanwhile, which ends this one; null where none was seen. Read it after <see cref="FlushSnapshotsAsync"/>.</summary>
    public TrialRecord? Other => _snapshots.Other;

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
            (EvaluationsBefore, SecondsBefore) = (_evaluations.Count, _evaluations.LastOrDefault()?.Seconds ?? 0);
        if (trialEvent.Kind is TrialEventKind.Resumed or TrialEventKind.CheckpointRefused)
            WentOn(EvaluationsBefore, SecondsBefore);
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
