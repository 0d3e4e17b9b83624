using Azure.Storage.Blobs;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Functions.Tests.Storage;

public sealed class BlobStoreTests(AzuriteFixture azurite) : StoreContract, IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task ReadAsync_NoServer_ThrowsStoreUnavailableNamingTheBlob()
    {
        // Port 9 is the discard service's, which nobody runs.
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        var store = new BlobStore(new BlobServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA==;BlobEndpoint=http://127.0.0.1:9/x", options));

        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.ReadAsync("results", "a/status.json", TestContext.Current.CancellationToken));

        Assert.Contains("reading results/a/status.json", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NotLetIn_ThrowsStoreUnavailableSayingThatARoleIsMissing()
    {
        var good = azurite.Connect().Blobs;
        var key = Convert.ToBase64String(new byte[64]);
        var store = new BlobStore(new BlobServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName={good.AccountName};AccountKey={key};BlobEndpoint={good.Uri}"));

        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.ReadAsync("results", "a/status.json", TestContext.Current.CancellationToken));

        Assert.StartsWith("Storage refused this app while reading results/a/status.json:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("(HTTP 403 ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Cancelled_ThrowsCancellation()
    {
        var store = new BlobStore(azurite.Connect().Blobs);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReadAsync("results", "name", new CancellationToken(true)));
    }

    protected override IStore Open() => new BlobStore(azurite.Connect().Blobs);
}
