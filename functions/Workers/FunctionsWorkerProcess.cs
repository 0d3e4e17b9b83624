using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Functions.Workers;

/// <summary>
/// The process of the Functions worker. When a container is to end, the Functions host stops its listeners first, which cancels the
/// invocations' own tokens, and then tells this process (WorkerTerminate), which stops the application and has five seconds. The second
/// sign is there for hosts that drain, which don't give the first.
/// </summary>
public sealed class FunctionsWorkerProcess(
    IHostApplicationLifetime lifetime, WorkerCondition condition, TimeProvider clock, ILogger<FunctionsWorkerProcess> logger) : IWorkerProcess
{
    /// <summary>Time for the host to hear that the invocations failed, which gives their messages back.</summary>
    public TimeSpan TimeToAnswer { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the application may take to stop: a call that hangs in the device's driver never returns.</summary>
    public TimeSpan TimeToStop { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Ends the process where it doesn't end by itself.</summary>
    public Action Kill { get; init; } = () => Process.GetCurrentProcess().Kill();

    /// <inheritdoc/>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <inheritdoc/>
    /// <remarks>
    /// The host cancels an invocation for one more reason, which can't be told from this one: its <c>functionTimeout</c> has passed. It fails
    /// the invocation then, so that the message comes back beside the one that is queued anew. So workers have none (infra/worker.bicep).
    /// When a message can't be renewed, the host lets the function go on.
    /// </remarks>
    public bool IsToldToStop(CancellationToken invocation) => invocation.IsCancellationRequested || Stopping.IsCancellationRequested;

    /// <inheritdoc/>
    public void Leave(WorkerFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!condition.Spoil(fault))
            return;
        Logs.WorkerLeaves(logger, fault.Kind, fault.Reason);
        _ = EndAsync();
    }

    private async Task EndAsync()
    {
        await Task.Delay(TimeToAnswer, clock);
        lifetime.StopApplication();
        await Task.Delay(TimeToStop, clock);
        Kill();
    }
}
