using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>The app's services over a folder, with the fakes of this namespace in the engine's place.</summary>
public sealed class Processor : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly EngineThread _otherThread = new(new WorkerCondition());

    /// <param name="clock">The clock of all services; null for the system's.</param>
    public Processor(TimeProvider? clock = null)
    {
        Store = new FlakyStore(new FolderStore(_folder.Path));
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        // A store that a test makes fail fails at once.
        services.AddProcessor(new ProcessorSettings { StorePatience = TimeSpan.Zero });
        services.AddSingleton(new WatchPace { TimeToYield = TimeSpan.FromMilliseconds(500) });
        services.AddSingleton<IStore>(Store);
        services.AddSingleton(clock ?? TimeProvider.System);
        UseFakes(services, Engine, Catalog);
        services.AddSingleton<ITrialMessenger>(Messenger);
        services.AddSingleton<IWorkerProcess>(Process);
        _services = services.BuildServiceProvider();
    }

    public FlakyStore Store { get; }

    public FakeTrialEngine Engine { get; } = new();

    public FakeCatalog Catalog { get; } = new();

    public FakeMessenger Messenger { get; } = new();

    public FakeWorkerProcess Process { get; } = new();

    public SweepPlanning Planning => Get<SweepPlanning>();

    /// <summary>Puts the sample's images into the store and plans a sweep of them.</summary>
    public async Task<SweepPlan> PlanAsync(CancellationToken cancellation, string manifest = SampleSweep.Manifest)
    {
        await SampleSweep.PutImagesAsync(Store, cancellation);
        return await Planning.PlanAsync(SampleSweep.Name, $"{SampleSweep.Name}.yaml", Encoding.UTF8.GetBytes(manifest), cancellation);
    }

    /// <summary>The first trial of <see cref="PlanAsync"/>.</summary>
    public async Task<Trial> PlanOneAsync(CancellationToken cancellation, string manifest = SampleSweep.Manifest) =>
        (await PlanAsync(cancellation, manifest)).Trials[0];

    /// <summary>A trial's record; null where there is none.</summary>
    public Task<TrialRecord?> RecordAsync(string trialId, CancellationToken cancellation) =>
        Store.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trialId), cancellation);

    /// <summary>What of a trial was computed twice.</summary>
    public Task<RepeatedWorkSum> RepeatedAsync(string trialId, CancellationToken cancellation) =>
        Get<RepeatedWorkNotes>().SumAsync(new HashSet<string> { trialId }, DateTimeOffset.MinValue, null, cancellation);

    /// <summary>Plans by another clock.</summary>
    public SweepPlanning PlanningBy(TimeProvider clock) => ActivatorUtilities.CreateInstance<SweepPlanning>(_services, clock);

    /// <summary>Asks something of one run of a sweep, whatever was asked before.</summary>
    public Task AskAsync(string sweep, string instanceId, SweepRequest request, CancellationToken cancellation) => Store.WriteDocumentAsync(
        StoreLayout.ResultsContainer, StoreLayout.SweepControl(sweep), new SweepControl(instanceId, request, DateTimeOffset.UtcNow), cancellation);

    public TrialExecution Execution => Get<TrialExecution>();

    /// <summary>Executes trials at another pace.</summary>
    public TrialExecution ExecutionAt(WatchPace pace) => ExecutionOf(pace, Get<TrialBatches>());

    /// <summary>Executes trials beside this process, on an engine's thread of its own.</summary>
    public TrialExecution ExecutionOfAnotherWorker() =>
        ExecutionOf(Get<WatchPace>(), new TrialBatches(Engine, _otherThread, 1, Get<EnginePulse>(), TimeProvider.System));

    /// <summary>Executes trials under another watch on the engine.</summary>
    public TrialExecution ExecutionUnder(StallWatch stalls, EnginePulse pulse) =>
        ExecutionOf(Get<WatchPace>(), new TrialBatches(Engine, _otherThread, 1, pulse, TimeProvider.System), stalls, pulse);

    private TrialExecution ExecutionOf(WatchPace pace, TrialBatches batches) => ExecutionOf(pace, batches, Get<StallWatch>(), Get<EnginePulse>());

    private TrialExecution ExecutionOf(WatchPace pace, TrialBatches batches, StallWatch stalls, EnginePulse pulse) => new(
        Store,
        Get<FinishedTrials>(),
        Get<PlannedTrials>(),
        Engine,
        batches,
        Get<ProcessorTelemetry>(),
        pulse,
        stalls,
        Get<RepeatedWorkNotes>(),
        pace,
        Get<TimeProvider>(),
        NullLogger<TrialExecution>.Instance);

    public SheetComposition Composition => Get<SheetComposition>();

    public StatusWriter Status => Get<StatusWriter>();

    public static void UseFakes(IServiceCollection services, FakeTrialEngine engine, FakeCatalog catalog)
    {
        services.AddSingleton<ITrialEngine>(engine);
        services.AddSingleton<INetworkCatalog>(catalog);
        services.AddSingleton<ISheetImages, FakeSheetImages>();
    }

    public T Get<T>()
        where T : class => ActivatorUtilities.GetServiceOrCreateInstance<T>(_services);

    public void Dispose()
    {
        _services.Dispose();
        _otherThread.Dispose();
        _folder.Dispose();
    }
}
