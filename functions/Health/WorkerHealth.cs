using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Health;

/// <summary>
/// Says whether this process is alive: its device is there, and nothing spoiled it. Whether it is ready asks more: that storage answers.
/// They are kept apart, because a new process heals the first and not the second.
/// </summary>
public sealed class WorkerHealth(
    ProcessorSettings settings,
    WorkerCondition condition,
    EnginePulse pulse,
    ITrialEngine engine,
    IStore store,
    TimeProvider clock,
    Func<string, DeviceReport> look)
{
    /// <summary>How long storage may take to answer; probes of a platform wait some seconds at most.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Looks.</summary>
    /// <param name="ready">Whether storage is asked too.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<HealthReport> CheckAsync(bool ready, CancellationToken cancellation)
    {
        var reasons = new List<string>();
        if (condition.Fault is { } fault)
            reasons.Add(fault.Reason);
        // A CPU is always there, and an app that runs no trials is not to load the tensor library for a probe.
        var device = settings.Device == "cpu" ? null : look(settings.Device);
        if (device is { IsPresent: false })
            reasons.Add(device.Reason ?? $"Device '{device.Device}' is not here.");
        var storage = ready ? await StorageProblemAsync(cancellation) : null;
        if (storage is not null)
            reasons.Add(storage);
        return new HealthReport
        {
            Reasons = [.. reasons.Distinct()],
            Device = settings.Device,
            Gpu = device?.Gpu,
            Tensors = device?.Tensors ?? engine.Environment?.Tensors,
            Storage = ready ? storage is null : null,
            SilentSeconds = pulse.Silence?.TotalSeconds,
        };
    }

    private async Task<string?> StorageProblemAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            // Whether it is there doesn't matter, only that there is an answer.
            await store.ExistsAsync(StoreLayout.TrialsContainer, "health", either.Token);
            return null;
        }
        catch (StoreUnavailableException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"Storage did not answer within {Patience.TotalSeconds:0} s.";
        }
    }
}
