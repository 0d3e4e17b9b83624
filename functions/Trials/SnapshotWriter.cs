using System.Threading.Channels;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Trials;

/// <summary>Writes a running trial's snapshots to the store, in order, beside the engine's thread. A lost snapshot ends the run.</summary>
internal sealed class SnapshotWriter
{
    // Enough to ride out a slow upload; a store that stays slower than the engine must not fill the memory with images.
    private const int Waiting = 4;

    private readonly IStore _store;
    private readonly string _trialId;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _abandon;
    private readonly Channel<Snapshot> _snapshots = Channel.CreateBounded<Snapshot>(Waiting);
    private readonly Dictionary<int, string> _written = [];
    private readonly Task _writing;

    /// <param name="store">Where to write.</param>
    /// <param name="trialId">The trial.</param>
    /// <param name="stop">Is cancelled when a snapshot can't be written, and ends waiting for room.</param>
    /// <param name="abandon">Ends the writing.</param>
    public SnapshotWriter(IStore store, string trialId, CancellationTokenSource stop, CancellationToken abandon)
    {
        (_store, _trialId, _stop, _abandon) = (store, trialId, stop, abandon);
        _writing = WriteAllAsync();
    }

    /// <summary>Ends when every snapshot that was offered so far is in the store. Of the offering thread.</summary>
    public Task Stored { get; private set; } = Task.CompletedTask;

    /// <summary>Evaluations whose snapshots are in the store, with the SHA-256 of each. Read it after <see cref="FlushAsync"/>.</summary>
    public IReadOnlyDictionary<int, string> Written => _written;

    /// <summary>Takes a snapshot; waits while too many do.</summary>
    public void Offer(int evaluation, byte[] png)
    {
        var snapshot = new Snapshot(evaluation, png, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_snapshots.Writer.TryWrite(snapshot))
            _snapshots.Writer.WriteAsync(snapshot, _stop.Token).AsTask().GetAwaiter().GetResult();
        Stored = snapshot.Stored.Task;
    }

    /// <summary>Takes no more, and waits until every snapshot is in the store.</summary>
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
                var name = StoreLayout.TrialSnapshot(_trialId, snapshot.Evaluation);
                await _store.WriteAsync(StoreLayout.TrialsContainer, name, snapshot.Png, "image/png", _abandon);
                _written[snapshot.Evaluation] = Sha256.Of(snapshot.Png);
                snapshot.Stored.SetResult();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    private sealed record Snapshot(int Evaluation, byte[] Png, TaskCompletionSource Stored);
}
