using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Cli.Serve.Durable;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Serve;

/// <summary>
/// Runs sweeps over a folder instead of a storage account: the same orchestrations and activities, with trials dispatched as
/// activities, so many at a time as the engine takes as a batch, because there are no queues.
/// </summary>
internal sealed class FolderHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly WorkerCondition _condition = new();
    private readonly ServedProcess _process;
    private readonly CancellationTokenSource _stop;
    private readonly LocalOrchestrations _orchestrations;
    private readonly LocalDurableClient _client;
    private Task _polling = Task.CompletedTask;

    /// <param name="root">The folder of the store.</param>
    /// <param name="input">The folder of the images.</param>
    /// <param name="settings">Device, threads and weights; dispatch and window are the host's own.</param>
    /// <param name="loggers">Takes the log.</param>
    /// <param name="stopping">Breaks off a running trial.</param>
    public FolderHost(string root, string input, ProcessorSettings settings, ILoggerFactory loggers, CancellationToken stopping)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _process = new ServedProcess(_stop, _condition, TimeProvider.System, loggers.CreateLogger<ServedProcess>());
        _services = new ServiceCollection()
            .AddSingleton(loggers)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddProcessor(settings with { Dispatch = TrialDispatch.Activity, Window = settings.Batch })
            .AddFolderStorage(root, input)
            .AddSingleton(_condition)
            .AddSingleton<IWorkerProcess>(_process)
            .AddSingleton<IMachineSpeed>(provider => new MeasuredMachine(settings, provider.GetRequiredService<TimeProvider>(), _stop.Token))
            .BuildServiceProvider();
        _orchestrations = new LocalOrchestrations(
            new FunctionTable(_services), _services.GetRequiredService<TimeProvider>(), loggers, _stop.Token);
        _client = new LocalDurableClient(_orchestrations);
    }

    /// <summary>Is cancelled when it is told to stop, and when it can't compute any more.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Why it can't compute any more; null while it can.</summary>
    public WorkerFault? Fault => _condition.Fault;

    public IStore Store => _services.GetRequiredService<IStore>();

    public SweepPlanning Planning => _services.GetRequiredService<SweepPlanning>();

    /// <summary>What a sweep would ask for, and its plan as far as it is known by what ended before.</summary>
    public async Task<(SweepPlan Plan, SweepForecast Forecast)> ForecastAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var forecasting = _services.GetRequiredService<SweepForecasting>();
        var (known, finished) = await forecasting.AheadAsync(plan, cancellation);
        return (known, await forecasting.ForecastAsync(known, finished, cancellation));
    }

    /// <summary>Holds a sweep against its limits.</summary>
    /// <exception cref="ManifestException">They refuse it.</exception>
    public async Task CheckLimitsAsync(ResolvedSweep sweep, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var forecasting = _services.GetRequiredService<SweepForecasting>();
        var (_, finished) = await forecasting.AheadAsync(sweep.Plan, cancellation);
        await forecasting.CheckAsync(sweep, finished, cancellation);
    }

    /// <summary>Has the trials run again that failed in the sweep's last run, if it ran before.</summary>
    public async Task RepeatFailedAsync(string sweep, CancellationToken cancellation)
    {
        if (await _services.GetRequiredService<StatusWriter>().ReadAsync(sweep, cancellation) is { } status)
            await _services.GetRequiredService<TrialRepetition>().PrepareAsync(status, cancellation);
    }

    /// <summary>Puts a manifest into the store and starts its sweep.</summary>
    /// <returns>The manifest's version.</returns>
    public async Task<string> StartAsync(string sweep, ReadOnlyMemory<byte> manifest, CancellationToken cancellation)
    {
        var name = $"{sweep}.yaml";
        await Store.WriteAsync(StoreLayout.SweepsContainer, name, manifest, "application/yaml", cancellation);
        await _services.GetRequiredService<SweepStart>().RunAsync(name, _client, cancellation);
        var etag = (await Store.ReadAsync(StoreLayout.SweepsContainer, name, cancellation))?.ETag
            ?? throw new StoreUnavailableException($"{StoreLayout.SweepsContainer}/{name} was removed as soon as it was written.");
        _polling = ActivatorUtilities.CreateInstance<ControlPolling>(_services, (DurableTaskClient)_client)
            .RunAsync(sweep, SweepIdentity.InstanceId(sweep, etag), _stop.Token);
        return etag;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _polling;
        await _orchestrations.DrainAsync();
        await _client.DisposeAsync();
        await _services.DisposeAsync();
        _process.Dispose();
        _stop.Dispose();
    }
}
