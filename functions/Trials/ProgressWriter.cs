using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>Writes <c>progress.json</c> of a running trial now and then. What is lost of it does no harm.</summary>
internal sealed class ProgressWriter
{
    // Others take a trial for lost when its progress is a minute old, however long one evaluation takes.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(20);

    private readonly IStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationToken _done;
    private readonly Task _writing;
    private volatile TrialProgress _newest;

    /// <param name="store">Where to write.</param>
    /// <param name="begun">The progress before the first evaluation; when it was written is filled in.</param>
    /// <param name="interval">Time between two writings.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Takes what went wrong.</param>
    /// <param name="done">Ends the writing.</param>
    public ProgressWriter(IStore store, TrialProgress begun, TimeSpan interval, TimeProvider clock, ILogger logger, CancellationToken done)
    {
        (_store, _newest, _clock, _logger, _done) = (store, begun, clock, logger, done);
        _writing = WriteAllAsync(interval);
    }

    /// <summary>The progress; set it from one thread.</summary>
    public TrialProgress Newest
    {
        get => _newest;
        set => _newest = value;
    }

    /// <summary>Whether something of it may be in the store.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Ends after the writing has been told to end.</summary>
    public Task Ended => _writing;

    private async Task WriteAllAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, _clock);
        TrialProgress? written = null;
        var writtenAt = 0L;
        try
        {
            // Not at once: trials that take less than an interval have none, and cost less.
            while (await timer.WaitForNextTickAsync(_done))
            {
                var newest = _newest;
                if (ReferenceEquals(newest, written) && _clock.GetElapsedTime(writtenAt) < SignOfLife)
                    continue;
                (written, writtenAt) = (newest, _clock.GetTimestamp());
                await WriteAsync(newest with { UpdatedAt = _clock.GetUtcNow() });
            }
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task WriteAsync(TrialProgress progress)
    {
        IsUsed = true;
        try
        {
            await _store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(progress.TrialId), progress, _done);
        }
        catch (StoreUnavailableException exception)
        {
            Logs.ProgressNotWritten(_logger, exception, progress.TrialId);
        }
    }
}
