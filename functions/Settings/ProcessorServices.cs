using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Functions.Api;
using NeuralStyle.Functions.Health;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Settings;

/// <summary>What the functions are made of. All of it is made when first needed: an app that runs no trials never loads the engine.</summary>
public static class ProcessorServices
{
    /// <summary>Everything but the store: see <see cref="AddAzureStorage"/> and <see cref="AddFolderStorage"/>.</summary>
    public static IServiceCollection AddProcessor(this IServiceCollection services, ProcessorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new ProcessorTelemetry(settings.Device, new DeviceLook().At));

        services.AddSingleton(new WeightsLibrary(settings.WeightsPath));
        services.AddSingleton(new EngineOptions
        {
            Device = settings.Device,
            Threads = settings.Threads,
            CheckpointInterval = settings.CheckpointInterval > TimeSpan.Zero ? settings.CheckpointInterval : null,
        });
        services.AddSingleton<INetworkCatalog, EngineCatalog>();
        services.AddSingleton<ITrialEngine, StylizerEngine>();
        services.AddSingleton<ISheetImages, EngineSheetImages>();
        services.AddSingleton<EngineThread>();
        services.AddSingleton(provider => new TrialBatches(
            provider.GetRequiredService<ITrialEngine>(),
            provider.GetRequiredService<EngineThread>(),
            settings.Batch,
            provider.GetRequiredService<EnginePulse>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<EnginePulse>();
        services.AddSingleton<WorkerCondition>();
        services.AddSingleton(provider => new StallWatch(
            provider.GetRequiredService<EnginePulse>(), settings.StallTimeout, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RepeatedWorkNotes>();
        services.AddSingleton(provider => new WorkerHealth(
            settings,
            provider.GetRequiredService<WorkerCondition>(),
            provider.GetRequiredService<EnginePulse>(),
            provider.GetRequiredService<ITrialEngine>(),
            provider.GetRequiredService<IStore>(),
            provider.GetRequiredService<TimeProvider>(),
            new DeviceLook().At));

        services.AddSingleton<FinishedTrials>();
        services.AddSingleton<PlannedTrials>();
        services.AddSingleton<GivenBackTrials>();
        services.AddSingleton(new WatchPace { StorePatience = settings.StorePatience });
        services.AddSingleton<TrialExecution>();
        services.AddSingleton<IPictureSizes, EnginePictureSizes>();
        services.AddSingleton<IMachineSpeed, UnknownMachine>();
        services.AddSingleton<RecordedSpeeds>();
        services.AddSingleton<SweepForecasting>();
        services.AddSingleton<PlanWriter>();
        services.AddSingleton<SweepPromotion>();
        services.AddSingleton<SweepPlanning>();
        services.AddSingleton<SweepStart>();
        services.AddSingleton<StatusWriter>();
        services.AddSingleton<BrokenOffSweeps>();
        services.AddSingleton<SweepControls>();
        services.AddSingleton<ControlledTrials>();
        services.AddSingleton<TrialRepetition>();
        services.AddSingleton<ReportTrials>();
        services.AddSingleton<ReportFiles>();
        services.AddSingleton<SourceImages>();
        services.AddSingleton<SheetComposition>();
        services.AddSingleton<PartialComposition>();
        services.AddSingleton<TrialEvents>();
        services.AddSingleton<SweepEvents>();
        services.AddSingleton<SweepSubmission>();
        services.AddSingleton<HistoryPurge>();
        return services;
    }

    /// <summary>The store and the queues in a storage account.</summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, StorageConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        services.AddSingleton<BlobServiceClient>(connection.Blobs);
        services.AddSingleton<QueueServiceClient>(connection.Queues);
        services.AddSingleton<IStore, BlobStore>();
        services.AddSingleton<BlobLinks>();
        services.AddSingleton<ITrialMessenger, QueueTrialMessenger>();
        return services;
    }

    /// <summary>The store in a folder; there are no queues.</summary>
    /// <param name="services">The services.</param>
    /// <param name="root">The folder.</param>
    /// <param name="input">The folder of the images; null for <c>input</c> under the root.</param>
    public static IServiceCollection AddFolderStorage(this IServiceCollection services, string root, string? input = null) =>
        services.AddSingleton<IStore>(new FolderStore(root, input));
}
