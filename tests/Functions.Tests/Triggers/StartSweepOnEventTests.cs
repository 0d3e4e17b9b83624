using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Functions.Tests.Triggers;

/// <summary>Events of one manifest, over real blobs: they come at least once, and may come at the same instant to several.</summary>
public sealed class StartSweepOnEventTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_ManyDeliveriesAtOnceAndOneLate_StartsOneSweepOfEachVersion()
    {
        await using var services = Services();
        await using var client = new FakeDurableClient();
        var store = services.GetRequiredService<IStore>();
        await SampleSweep.PutImagesAsync(store, Cancellation);

        foreach (var contentWeight in (int[])[3, 4])
        {
            var etag = await SampleSweep.PutManifestAsync(store, SampleSweep.Name, SampleSweep.Unlike(SampleSweep.Manifest, contentWeight), Cancellation);
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => DeliverAsync(services, client), Cancellation)));
            await DeliverAsync(services, client);

            Assert.Equal(SweepIdentity.InstanceId(SampleSweep.Name, etag), client.Scheduled[^1].InstanceId);
            var status = await services.GetRequiredService<StatusWriter>().ReadAsync(SampleSweep.Name, Cancellation);
            Assert.Equal((SweepState.Planning, etag), (status!.State, status.ManifestETag));
        }

        Assert.Equal(2, client.Scheduled.Count);
    }

    private Task DeliverAsync(ServiceProvider services, FakeDurableClient client)
    {
        var manifest = azurite.Connect().Blobs.GetBlobContainerClient(StoreLayout.SweepsContainer).GetBlobClient($"{SampleSweep.Name}.yaml");
        return ActivatorUtilities.CreateInstance<StartSweepOnEvent>(services).RunAsync(manifest, client, Cancellation);
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddProcessor(new ProcessorSettings()).AddAzureStorage(azurite.Connect());
        Processor.UseFakes(services, new FakeTrialEngine(), new FakeCatalog());
        return services.BuildServiceProvider();
    }
}
