using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Cli.Serve;

/// <summary>This process as its trials see it: told to stop by its user, or leaving because it can't compute any more.</summary>
internal sealed class ServedProcess(CancellationTokenSource stop, WorkerCondition condition, TimeProvider clock, ILogger<ServedProcess> logger)
    : IWorkerProcess, IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>How long the host may take to end: a call that hangs in the device's driver never returns.</summary>
    public TimeSpan TimeToStop { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Ends the process where it doesn't end by itself.</summary>
    public Action Kill { get; init; } = () => Process.GetCurrentProcess().Kill();

    /// <inheritdoc/>
    public CancellationToken Stopping => stop.Token;

    /// <inheritdoc/>
    /// <remarks>A function whose message turned out to be another's is cancelled, too.</remarks>
    public bool IsToldToStop(CancellationToken invocation) => Stopping.IsCancellationRequested;

    /// <inheritdoc/>
    public void Leave(WorkerFault fault)
    {
        if (!condition.Spoil(fault))
            return;
        ServeLogs.WorkerLeaves(logger, fault.Kind, fault.Reason);
        _ = EndAsync();
    }

    /// <summary>The host has ended.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private async Task EndAsync()
    {
        var ended = _ended.Token;
        await stop.CancelAsync();
        await Task.Delay(TimeToStop, clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCancellationRequested)
            Kill();
    }
}
