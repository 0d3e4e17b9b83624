using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>
/// Runs orchestrations in this process, once, without a history: what a restart needs is in the store. When the process stops,
/// they are left where they stand, as if it had been killed; nothing tells them, so nothing mistakes it for a failure.
/// </summary>
internal sealed class LocalOrchestrations(
    FunctionTable functions, TimeProvider clock, ILoggerFactory loggers, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, LocalInstance> _instances = new();
    private readonly ConcurrentDictionary<Task, bool> _activities = new();
    private readonly ILogger _logger = loggers.CreateLogger<LocalOrchestrations>();

    public TimeProvider Clock => clock;

    public ILoggerFactory Loggers => loggers;

    public IEnumerable<LocalInstance> All => _instances.Values;

    public LocalInstance? Find(string instanceId) => _instances.GetValueOrDefault(instanceId);

    /// <summary>Starts an orchestration; one of the same id that ended makes room for it.</summary>
    /// <exception cref="InvalidOperationException">There is no such orchestration, or one of that id is running.</exception>
    public LocalInstance Start(string name, string instanceId, string? input, LocalInstance? parent)
    {
        var function = functions.FindOrchestration(name)
            ?? throw new InvalidOperationException(
                $"There is no orchestration '{name}'; there are {string.Join(", ", functions.OrchestrationNames)}.");
        var instance = new LocalInstance(name, instanceId, input, parent, clock.GetUtcNow());
        _instances.AddOrUpdate(instanceId, instance, (_, earlier) => earlier.Ended.IsCompleted
            ? instance
            : throw new InvalidOperationException($"Orchestration '{instanceId}' is running already."));
        _ = RunAsync(function, instance);
        return instance;
    }

    /// <summary>Runs an activity.</summary>
    /// <returns>Its output as JSON. Never ends when the process stops.</returns>
    /// <exception cref="TaskFailedException">It failed.</exception>
    public async Task<string?> RunActivityAsync(string name, int taskId, string? input)
    {
        if (stopping.IsCancellationRequested)
            return await NeverAsync();
        var function = functions.FindActivity(name)
            ?? throw new InvalidOperationException($"There is no activity '{name}'; there are {string.Join(", ", functions.ActivityNames)}.");
        var running = Task.Run(() => function(input, stopping), CancellationToken.None);
        _activities[running] = true;
        try
        {
            return await running;
        }
#pragma warning disable CA1031 // Whatever an activity throws is its failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (stopping.IsCancellationRequested)
                return await NeverAsync();
            ServeLogs.ActivityFailed(_logger, exception, name);
            throw new TaskFailedException(name, taskId, TaskFailureDetails.FromException(exception));
        }
        finally
        {
            _activities.TryRemove(running, out _);
        }
    }

    /// <summary>Waits until no activity runs any more, for use after the stop.</summary>
    public async Task DrainAsync()
    {
        foreach (var running in _activities.Keys)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
    }

    private async Task RunAsync(Func<TaskOrchestrationContext, Task<object?>> function, LocalInstance instance)
    {
        // An orchestration's code never runs on two threads at once: its continuations go through one exclusive scheduler.
        var scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        var context = new LocalOrchestrationContext(this, instance);
        try
        {
            var output = await Task.Factory
                .StartNew(() => function(context), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler)
                .Unwrap();
            instance.Complete(JsonDataConverter.Default.Serialize(output), clock.GetUtcNow());
        }
#pragma warning disable CA1031 // Whatever an orchestration throws is its failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ServeLogs.OrchestrationFailed(_logger, exception, instance.Name, instance.InstanceId);
            instance.Fail(TaskFailureDetails.FromException(exception), clock.GetUtcNow());
        }
        finally
        {
            foreach (var child in _instances.Values.Where(other => other.Parent == instance && other.Ended.IsCompleted))
                _instances.TryRemove(child.InstanceId, out _);
        }
    }

    private static Task<string?> NeverAsync() => new TaskCompletionSource<string?>().Task;
}
