using System.Threading.Channels;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Writes a running trial's snapshots to the store, in order, beside the engine's thread. A lost snapshot ends the run. So does the record
/// of another run that completed the trial: what that one says of its files is to stay true, and nobody needs a second result.
/// </summary>
internal sealed class SnapshotWriter
{
    // Enough to ride out a slow upload; a store that stays slower than the engine must not fill the memory with images.
    private const int Waiting = 4;

    private const string PngType = "image/png";

    private readonly IStore _store;
    private readonly FinishedTrials _finished;
    private readonly string _trialId;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _abandon;
    private readonly Channel<Snapshot> _snapshots = Channel.CreateBounded<Snapshot>(Waiting);
    private readonly Dictionary<int, WrittenSnapshot> _written = [];
    private readonly Task _writing;

    /// <param name="store">Where to write.</param>
    /// <param name="finished">Tells whether another run has ended the trial.</param>
    /// <param name="trialId">The trial.</param>
    /// <param name="stop">Is cancelled when a snapshot can't or needn't be written, and ends waiting for room.</param>
    /// <param name="abandon">Ends the writing.</param>
    public SnapshotWriter(IStore store, FinishedTrials finished, string trialId, CancellationTokenSource stop, CancellationToken abandon)
    {
        (_store, _finished, _trialId, _stop, _abandon) = (store, finished, trialId, stop, abandon);
        _writing = WriteAllAsync();
    }

    /// <summary>Ends when every snapshot that was offered so far is in the store. Of the offering thread.</summary>
    public Task Stored { get; private set; } = Task.CompletedTask;

    /// <summary>The snapshots that were written. Read it after <see cref="FlushAsync"/>.</summary>
    public IReadOnlyDictionary<int, WrittenSnapshot> Written => _written;

    /// <summary>The record of another run that completed the trial meanwhile; null where none was seen. Read it after <see cref="FlushAsync"/>.</summary>
    public TrialRecord? Other { get; private set; }

    /// <summary>Takes a snapshot; waits while too many do.</summary>
    public void Offer(int evaluation, byte[] png)
    {
        var snapshot = new Snapshot(evaluation, png, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_snapshots.Writer.TryWrite(snapshot))
            _snapshots.Writer.WriteAsync(snapshot, _stop.Token).AsTask().GetAwaiter().GetResult();
        Stored = snapshot.Stored.Task;
    }

    /// <summary>Takes no more, and waits until every snapshot is in the store, or none is needed any more.</summary>
    /// <exception cref="StoreUnavailableException">One could not be written.</exception>
    public Task FlushAsync()
    {
        _snapshots.Writer.TryComplete();
        return _writing;
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (var snapshot in _snapshots.Reader.ReadAllAsync(_abandon))
            {
                Other ??= await FindOtherAsync();
                if (Other is null)
                    await WriteAsync(snapshot);
                else
                    await _stop.CancelAsync();
                snapshot.Stored.SetResult();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    /// <summary>Looked at before each: a run that goes on beside a completed one would write over what that one's record describes.</summary>
    private async Task<TrialRecord?> FindOtherAsync()
    {
        try
        {
            return await _finished.FindAsync(_trialId, _abandon) is { State: TrialState.Completed } other ? other : null;
        }
        catch (StoreUnavailableException)
        {
            // Writing waits for the store; whether it is in vain is seen at the next one.
            return null;
        }
    }

    private async Task WriteAsync(Snapshot snapshot)
    {
        var (container, name) = (StoreLayout.TrialsContainer, StoreLayout.TrialSnapshot(_trialId, snapshot.Evaluation));
        // One that is there is of a run that was broken off; then, too, what a call wrote whose answer was lost.
        var etag = await _store.WriteIfAsync(container, name, snapshot.Png, PngType, knownETag: null, _abandon);
        if (etag is null)
            await _store.WriteAsync(container, name, snapshot.Png, PngType, _abandon);
        _written[snapshot.Evaluation] = new WrittenSnapshot(Sha256.Of(snapshot.Png), etag);
    }

    private sealed record Snapshot(int Evaluation, byte[] Png, TaskCompletionSource Stored);
}
