using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Writes a running trial's progress and snapshots to the store, beside the engine's thread: the engine only leaves the news here.
/// Lost progress does no harm; a lost snapshot ends the run.
/// </summary>
internal sealed class TrialWatch : ITrialObserver, IAsyncDisposable
{
    // Enough to ride out a slow upload; a store that stays slower than the engine must not fill the memory with images.
    private const int WaitingSnapshots = 4;

    private readonly IStore _store;
    private readonly Trial _trial;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<(int Evaluation, byte[] Png)> _snapshots = Channel.CreateBounded<(int, byte[])>(WaitingSnapshots);
    private readonly List<EvaluationRecord> _evaluations = [];
    private readonly List<int> _kept = [];
    private readonly Task _progress;
    private readonly Task _writing;
    private readonly CancellationTokenSource _done = new();
    private volatile EvaluationRecord? _last;
    private readonly List<TrialEvent> _events = [];
    private volatile byte[]? _checkpoint;

    /// <param name="store">Where to write.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="interval">Time between two writings of its progress.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Takes what went wrong with the progress.</param>
    /// <param name="cancellation">Ends everything.</param>
    public TrialWatch(IStore store, Trial trial, TimeSpan interval, TimeProvider clock, ILogger logger, CancellationToken cancellation)
    {
        (_store, _trial, _clock, _logger) = (store, trial, clock, logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _progress = WriteProgressAsync(interval);
        _writing = WriteSnapshotsAsync();
    }

    /// <summary>Ends the engine's run: on cancellation, and when a snapshot can't be written.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The evaluations so far. Read it when the engine has ended.</summary>
    public IReadOnlyList<EvaluationRecord> Evaluations => _evaluations;

    /// <summary>The snapshots that are in the store. Read it after <see cref="FlushAsync"/>.</summary>
    public IReadOnlyList<int> Snapshots => _kept;

    public void OnEvaluation(EvaluationRecord evaluation)
    {
        _evaluations.Add(evaluation);
        _last = evaluation;
    }

    public void OnSnapshot(int evaluation, byte[] png)
    {
        if (!_snapshots.Writer.TryWrite((evaluation, png)))
            _snapshots.Writer.WriteAsync((evaluation, png), Stop).AsTask().GetAwaiter().GetResult();
    }

    public void OnEvent(TrialEvent trialEvent) => _events.Add(trialEvent);

    public void OnCheckpoint(byte[] checkpoint) => _checkpoint = checkpoint;

    /// <summary>Waits until every snapshot is in the store.</summary>
    /// <exception cref="StoreUnavailableException">One could not be written.</exception>
    public Task FlushAsync()
    {
        _snapshots.Writer.TryComplete();
        return _writing;
    }

    /// <summary>Ends the writing. What went wrong with it was thrown by <see cref="FlushAsync"/>, or doesn't matter any more.</summary>
    public async ValueTask DisposeAsync()
    {
        _snapshots.Writer.TryComplete();
        await _done.CancelAsync();
        await _progress.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
        _stop.Dispose();
    }

    private async Task WriteSnapshotsAsync()
    {
        try
        {
            await foreach (var (evaluation, png) in _snapshots.Reader.ReadAllAsync(Stop))
            {
                var name = StoreLayout.TrialSnapshot(_trial.Id, evaluation);
                await _store.WriteAsync(StoreLayout.TrialsContainer, name, png, "image/png", Stop);
                _kept.Add(evaluation);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    private async Task WriteProgressAsync(TimeSpan interval)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Stop, _done.Token);
        using var timer = new PeriodicTimer(interval, _clock);
        var written = -1;
        try
        {
            do
            {
                var last = _last;
                if ((last?.Evaluation ?? 0) == written)
                    continue;
                written = last?.Evaluation ?? 0;
                await WriteProgressAsync(last, either.Token);
            }
            while (await timer.WaitForNextTickAsync(either.Token));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task WriteProgressAsync(EvaluationRecord? last, CancellationToken cancellation)
    {
        var progress = new TrialProgress(
            _trial.Id, last?.Evaluation ?? 0, _trial.Parameters.Iterations, last?.Total ?? 0, last?.Seconds ?? 0, _clock.GetUtcNow());
        try
        {
            await _store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(_trial.Id), progress, cancellation);
        }
        catch (StoreUnavailableException exception)
        {
            Logs.ProgressNotWritten(_logger, exception, _trial.Id);
        }
    }
}
