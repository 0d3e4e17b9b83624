using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
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
    /// <param name="name">The orchestration.</param>
    /// <param name="instanceId">Its id.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="parent">The one that calls it.</param>
    /// <param name="dedupeStatuses">States in which one of the same id makes no room.</param>
    /// <exception cref="OrchestrationAlreadyExistsException">One of that id is running, or in one of those states.</exception>
    /// <exception cref="InvalidOperationException">There is no such orchestration.</exception>
    public LocalInstance Start(
        string name, string instanceId, string? input, LocalInstance? parent, IReadOnlyList<string>? dedupeStatuses = null)
    {
        var function = functions.FindOrchestration(name)
            ?? throw new InvalidOperationException(
                $"There is no orchestration '{name}'; there are {string.Join(", ", functions.OrchestrationNames)}.");
        var instance = new LocalInstance(name, instanceId, input, parent, clock.GetUtcNow());
        _instances.AddOrUpdate(instanceId, instance, (_, earlier) =>
        {
            var status = earlier.Describe(withInputsAndOutputs: false).RuntimeStatus.ToString();
            return earlier.Ended.IsCompleted && dedupeStatuses?.Contains(status, StringComparer.OrdinalIgnoreCase) is not true
                ? instance
                : throw new OrchestrationAlreadyExistsException($"Orchestration '{instanceId}' exists already and is {status}.");
        });
        _ = RunAsync(function, instance);
        return instance;
    }

    /// <summary>Forgets an orchestration that ended.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Forget(string instanceId) =>
        Find(instanceId) is { Ended.IsCompleted: true } ended && _instances.TryRemove(KeyValuePair.Create(instanceId, ended));

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
        try
        {
            object? output;
            while (true)
            {
                var context = new LocalOrchestrationContext(this, instance);
                output = await Task.Factory
                    .StartNew(() => function(context), CancellationToken.None, TaskCreationOptions.DenyChildAttach, instance.Scheduler)
                    .Unwrap();
                if (!context.BeginsAnew)
                    break;
                instance.BeginAnew(context.NewInput);
                ForgetChildren(instance);
            }

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
            ForgetChildren(instance);
        }
    }

    private void ForgetChildren(LocalInstance instance)
    {
        foreach (var child in _instances.Values.Where(other => other.Parent == instance && other.Ended.IsCompleted))
            _instances.TryRemove(child.InstanceId, out _);
    }

    private static Task<string?> NeverAsync() => new TaskCompletionSource<string?>().Task;
}
