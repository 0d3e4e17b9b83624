using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Serve;

/// <summary>A host over Azurite with the fake engine, and what a client does with it.</summary>
internal sealed class ServedSweep(StorageConnection storage, ProcessorSettings? settings = null)
{
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between two looks at a status that is waited for.</summary>
    public TimeSpan Looking { get; init; } = TimeSpan.FromMilliseconds(50);

    public string? TelemetryPath { get; init; }

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public FakeTrialEngine Engine { get; } = new();

    /// <summary>What the host leaves to others.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>Whether the host answers HTTP too.</summary>
    public bool Listens { get; init; }

    /// <summary>Where it does, once it serves.</summary>
    public Uri? Api { get; private set; }

    /// <summary>Changes the host's services further.</summary>
    public Action<IServiceCollection> Configure { get; init; } = _ => { };

    public IStore Store { get; } = new BlobStore(storage.Blobs);

    /// <summary>Serves while the work goes on, then stops gracefully.</summary>
    /// <param name="work">The work.</param>
    /// <param name="untilItEnds">Whether the host may end by itself, before the work does.</param>
    public async Task WhileServingAsync(Func<Task> work, bool untilItEnds = false)
    {
        using var stop = new CancellationTokenSource();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = ServeHost.RunAsync(
            new ServeOptions
            {
                Storage = storage,
                Settings = settings ?? new ProcessorSettings(),
                Loggers = Loggers,
                TelemetryPath = TelemetryPath,
                Port = Listens ? 0 : null,
                OnListening = address => Api = address,
                OnReady = ready.SetResult,
                SwitchedOff = SwitchedOff,
                WaitAfterFailure = TimeSpan.FromMilliseconds(50),
                ConfigureServices = services =>
                {
                    Processor.UseFakes(services, Engine, new FakeCatalog());
                    Configure(services);
                },
            },
            stop.Token);
        await await Task.WhenAny(ready.Task, serving);
        try
        {
            await (untilItEnds ? Task.WhenAny(work(), serving) : work());
        }
        finally
        {
            await stop.CancelAsync();
            await serving.WaitAsync(Patience);
        }
    }

    /// <summary>Puts a manifest and waits until its sweep ended.</summary>
    public async Task<SweepStatus> SubmitAsync(string sweep, string manifest, CancellationToken cancellation)
    {
        var etag = await SampleSweep.PutManifestAsync(Store, sweep, manifest, cancellation);
        return await WaitAsync(sweep, status => status.IsFinished && status.ManifestETag == etag, cancellation);
    }

    /// <summary>Waits for a status.</summary>
    public async Task<SweepStatus> WaitAsync(string sweep, Func<SweepStatus, bool> isIt, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var writer = new StatusWriter(Store, TimeProvider.System);
        SweepStatus? last = null;
        try
        {
            while (true)
            {
                last = await writer.ReadAsync(sweep, patience.Token);
                if (last is not null && isIt(last))
                    return last;
                await Task.Delay(Looking, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"After {Patience}, {Engine.Runs.Count} runs begun, {sweep} is {JsonSerializer.Serialize(last, PlanJson.Readable)}");
        }
    }
}
