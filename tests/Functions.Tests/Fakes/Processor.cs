using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Trials;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>The app's services over a folder, with the fakes of this namespace in the engine's place.</summary>
public sealed class Processor : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public Processor()
    {
        Store = new FlakyStore(new FolderStore(_folder.Path));
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddProcessor(new ProcessorSettings());
        services.AddSingleton<IStore>(Store);
        UseFakes(services, Engine, Catalog);
        services.AddSingleton<ITrialMessenger>(Messenger);
        _services = services.BuildServiceProvider();
    }

    public FlakyStore Store { get; }

    public FakeTrialEngine Engine { get; } = new();

    public FakeCatalog Catalog { get; } = new();

    public FakeMessenger Messenger { get; } = new();

    public SweepPlanning Planning => Get<SweepPlanning>();

    public TrialExecution Execution => Get<TrialExecution>();

    /// <summary>Executes trials at another pace.</summary>
    public TrialExecution ExecutionAt(WatchPace pace) => new(
        Store, Get<FinishedTrials>(), Get<PlannedTrials>(), Engine, Get<TrialBatches>(), TimeProvider.System, NullLogger<TrialExecution>.Instance)
    {
        Pace = pace,
    };

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
        _folder.Dispose();
    }
}
