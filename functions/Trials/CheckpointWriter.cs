using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Writes a running trial's checkpoints to the store, beside the engine's thread. They can be large and the store slow: the engine never
/// waits, and of those that it handed out meanwhile only the newest is written. One that is lost does no harm.
/// </summary>
internal sealed class CheckpointWriter
{
    private readonly IStore _store;
    private readonly string _trialId;
    private readonly ILogger _logger;
    private readonly CancellationToken _abandon;

    // One place: what waits is replaced by what is newer. One reader, so that an older one never overwrites a newer.
    private readonly Channel<(byte[] Checkpoint, Task Before)> _newest =
        Channel.CreateBounded<(byte[], Task)>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Task _writing;

    /// <param name="store">Where to write.</param>
    /// <param name="trialId">The trial.</param>
    /// <param name="logger">Takes what went wrong.</param>
    /// <param name="abandon">Ends the writing.</param>
    public CheckpointWriter(IStore store, string trialId, ILogger logger, CancellationToken abandon)
    {
        (_store, _trialId, _logger, _abandon) = (store, trialId, logger, abandon);
        _writing = WriteAllAsync();
    }

    /// <summary>Whether one was handed out, so that it may be in the store.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Takes a checkpoint; never waits.</summary>
    /// <param name="checkpoint">Its bytes, which must not change any more.</param>
    /// <param name="before">What has to be in the store before it: a trial that goes on from it won't make that again.</param>
    public void Offer(byte[] checkpoint, Task before)
    {
        IsUsed = true;
        _newest.Writer.TryWrite((checkpoint, before));
    }

    /// <summary>Takes no more, and waits until the newest is in the store.</summary>
    public Task FlushAsync()
    {
        _newest.Writer.TryComplete();
        return _writing;
    }

    /// <summary>Takes no more, forgets what waits, and waits for the one that is being written.</summary>
    public Task DiscardAsync()
    {
        _newest.Writer.TryComplete();
        _newest.Reader.TryRead(out _);
        return _writing;
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (var (checkpoint, before) in _newest.Reader.ReadAllAsync(_abandon))
                await WriteAsync(checkpoint, before);
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            // There was no time to write it; the one before stays.
        }
    }

    private async Task WriteAsync(byte[] checkpoint, Task before)
    {
        try
        {
            await before.WaitAsync(_abandon);
            await _store.WriteAsync(
                StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(_trialId), checkpoint, "application/octet-stream", _abandon);
        }
#pragma warning disable CA1031 // Whatever went wrong: the trial goes on, and is none the worse unless it is broken off.
        catch (Exception exception) when (!_abandon.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Logs.CheckpointNotWritten(_logger, exception, _trialId);
        }
    }
}
