using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Cli.Serve.Durable;
using NeuralStyle.Cli.Serve.Polling;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Cli.Serve;

/// <summary>
/// Hosts the functions of the Functions app in this process, against a storage account or Azurite. It keeps nothing but what is in
/// that account: killed and started again, it takes up the sweeps that had not ended, and finished trials are found, not computed.
/// </summary>
public static class ServeHost
{
    /// <summary>Serves until it is told to stop; a running trial is broken off then, and its message given back.</summary>
    /// <exception cref="StoreUnavailableException">Storage can't be reached at the start.</exception>
    public static async Task RunAsync(ServeOptions options, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var services = Build(options);
        // One loop that breaks down takes the others with it: a host that serves half its functions only looks alive.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var clock = services.GetRequiredService<TimeProvider>();
        var functions = new FunctionTable(services);
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
        ServeLogs.Ready(logger, options.Storage.Blobs.Uri, StoreLayout.SweepsContainer);
        options.OnReady?.Invoke();
        await RunAllAsync([manifests.RunAsync, .. queues.Select(queue => (Func<CancellationToken, Task>)queue.RunAsync)], stop);
        await orchestrations.DrainAsync();
        ServeLogs.Stopped(logger);
    }

    private static async Task RunAllAsync(IReadOnlyList<Func<CancellationToken, Task>> loops, CancellationTokenSource stop)
    {
        var running = loops.Select(loop => Task.Run(() => loop(stop.Token), CancellationToken.None)).ToList();
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

    private static ServiceProvider Build(ServeOptions options)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options.Loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddProcessor(options.Settings).AddAzureStorage(options.Storage);
        services.AddSingleton<QueueBells>().AddSingleton<QueueTrialMessenger>().AddSingleton<ITrialMessenger, RingingMessenger>();
        options.ConfigureServices?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
