using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Cli.Serve.Durable;
using NeuralStyle.Cli.Serve.Http;
using NeuralStyle.Cli.Serve.Polling;
using NeuralStyle.Cli.Serve.Timers;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Cli.Serve;

/// <summary>
/// Hosts the functions of the Functions app in this process, against a storage account or Azurite. It keeps nothing but what is in
/// that account: killed and started again, it takes up the sweeps that had not ended, and finished trials are found, not computed.
/// </summary>
public static class ServeHost
{
    /// <summary>Serves until it is told to stop; a running trial is broken off then, and its message given back.</summary>
    /// <exception cref="StoreUnavailableException">Storage can't be reached at the start.</exception>
    /// <exception cref="WorkerFaultException">It can't compute any more; a new process may.</exception>
    public static async Task RunAsync(ServeOptions options, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(options);
        // One loop that breaks down takes the others with it: a host that serves half its functions only looks alive.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var condition = new WorkerCondition();
        using var process = new ServedProcess(stop, condition, TimeProvider.System, options.Loggers.CreateLogger<ServedProcess>());
        await ServeAsync(options, condition, process, stop, stopping);
        if (condition.Fault is { } fault)
            throw new WorkerFaultException(fault);
    }

    private static async Task ServeAsync(
        ServeOptions options, WorkerCondition condition, ServedProcess process, CancellationTokenSource stop, CancellationToken stopping)
    {
        await using var services = Build(options, condition, process);
        var clock = services.GetRequiredService<TimeProvider>();
        using var telemetry = options.TelemetryPath is { } path ? new TelemetryFile(path, clock) : null;
        var functions = new FunctionTable(services, options.SwitchedOff);
        var orchestrations = new LocalOrchestrations(functions, clock, options.Loggers, stop.Token);
        await using var client = new LocalDurableClient(orchestrations);

        var bells = services.GetRequiredService<QueueBells>();
        var queues = functions.QueueFunctions
            .Select(function => new QueueWatch(
                function,
                options.Storage.Queues,
                client,
                bells.Of(function.Queue),
                options.WaitAfterFailure,
                clock,
                options.Loggers.CreateLogger<QueueWatch>()))
            .ToList();
        foreach (var queue in queues)
            await queue.PrepareAsync(stopping);
        await PrepareContainersAsync(options.Storage, stopping);
        var manifests = new ManifestWatch(
            functions,
            services.GetRequiredService<IStore>(),
            services.GetRequiredService<StatusWriter>(),
            client,
            clock,
            options.Loggers.CreateLogger<ManifestWatch>());

        var logger = options.Loggers.CreateLogger(typeof(ServeHost));
        await using var api = await ListenAsync(options, functions, client, logger, stop.Token);
        var timers = functions.TimerFunctions
            .Select(timer => new TimerWatch(timer, client, clock, options.Loggers.CreateLogger<TimerWatch>()))
            .ToList();
        // Of a shared access signature the address would be the secret itself.
        ServeLogs.Ready(logger, options.Storage.Blobs.Uri.GetLeftPart(UriPartial.Path), StoreLayout.SweepsContainer);
        if (options.SwitchedOff.Count > 0)
            ServeLogs.SwitchedOff(logger, string.Join(", ", options.SwitchedOff.Order(StringComparer.Ordinal)));
        options.OnReady?.Invoke();
        await RunAllAsync(
            [
                .. functions.Serves(nameof(StartSweep)) ? (Func<CancellationToken, Task>[])[manifests.RunAsync] : [],
                .. queues.Select(queue => (Func<CancellationToken, Task>)queue.RunAsync),
                .. timers.Select(timer => (Func<CancellationToken, Task>)timer.RunAsync),
            ],
            stop);
        await orchestrations.DrainAsync();
        ServeLogs.Stopped(logger);
    }

    private static async Task<ApiHost?> ListenAsync(
        ServeOptions options, FunctionTable functions, LocalDurableClient client, ILogger logger, CancellationToken stopping)
    {
        if (options.Port is not { } port)
            return null;
        var api = await ApiHost.StartAsync(port, functions.HttpFunctions, client, options.Loggers, stopping);
        ServeLogs.Listening(logger, api.Address);
        options.OnListening?.Invoke(api.Address);
        return api;
    }

    private static async Task RunAllAsync(IReadOnlyList<Func<CancellationToken, Task>> loops, CancellationTokenSource stop)
    {
        // A process that serves nothing but activities waits for them.
        var running = loops
            .Select(loop => Task.Run(() => loop(stop.Token), CancellationToken.None))
            .DefaultIfEmpty(Task.Delay(Timeout.Infinite, stop.Token))
            .ToList();
        await Task.WhenAny(running);
        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (running.All(loop => !loop.IsFaulted))
        {
            // The way every loop ends.
        }
    }

    private static async Task PrepareContainersAsync(StorageConnection storage, CancellationToken cancellation)
    {
        foreach (var container in (string[])[StoreLayout.InputContainer, StoreLayout.SweepsContainer])
        {
            await StorageCall.RunAsync(
                $"creating container {container}",
                () => storage.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellation),
                cancellation);
        }
    }

    private static ServiceProvider Build(ServeOptions options, WorkerCondition condition, ServedProcess process)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options.Loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddProcessor(options.Settings).AddAzureStorage(options.Storage);
        services.AddSingleton(condition).AddSingleton<IWorkerProcess>(process);
        services.AddSingleton<QueueBells>().AddSingleton<QueueTrialMessenger>().AddSingleton<ITrialMessenger, RingingMessenger>();
        options.ConfigureServices?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
