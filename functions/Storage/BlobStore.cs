using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NeuralStyle.Functions.Storage;

/// <summary>The store in Azure Blob Storage (or Azurite). Containers are created when something is first written to them.</summary>
public sealed class BlobStore(BlobServiceClient service) : IStore
{
    /// <summary>The store of an account by its connection string.</summary>
    public static BlobStore Connect(string connectionString) => new(StorageConnection.FromConnectionString(connectionString).Blobs);

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) =>
        StorageCall.RunAsync($"reading {container}/{name}", async () =>
        {
            try
            {
                var response = await Blob(container, name).DownloadContentAsync(cancellation);
                return new StoredBlob(response.Value.Content.ToMemory(), Plain(response.Value.Details.ETag));
            }
            catch (RequestFailedException failed) when (failed.Status == 404)
            {
                return null;
            }
        }, cancellation);

    public Task WriteAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        StorageCall.RunAsync($"writing {container}/{name}", async () =>
        {
            // A single upload replaces the blob whole: readers see the old bytes until the new ones are committed.
            var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
            try
            {
                return await Blob(container, name).UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            }
            catch (RequestFailedException failed) when (failed.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                await service.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellation);
                return await Blob(container, name).UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            }
        }, cancellation);

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            $"looking for {container}/{name}",
            async () => (await Blob(container, name).ExistsAsync(cancellation)).Value,
            cancellation);

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            $"removing {container}/{name}",
            async () => (await Blob(container, name).DeleteIfExistsAsync(cancellationToken: cancellation)).Value,
            cancellation);

    public async IAsyncEnumerable<StoredEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The service lists in ordinal order of the names' UTF-8.
        var listing = service.GetBlobContainerClient(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation);
        await using var pages = listing.AsPages().GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(pages, container, cancellation))
        {
            foreach (var blob in pages.Current.Values)
                yield return new StoredEntry(blob.Name, Plain(blob.Properties.ETag ?? default), blob.Properties.ContentLength ?? 0);
        }
    }

    private static Task<bool> MoveNextAsync(
        IAsyncEnumerator<Page<BlobItem>> pages, string container, CancellationToken cancellation) =>
        StorageCall.RunAsync($"listing {container}", async () =>
        {
            try
            {
                return await pages.MoveNextAsync();
            }
            catch (RequestFailedException failed) when (failed.Status == 404)
            {
                return false;
            }
        }, cancellation);

    private BlobClient Blob(string container, string name) => service.GetBlobContainerClient(container).GetBlobClient(name);

    // Listings give ETags bare, downloads give them quoted; they must compare as equal.
    private static string Plain(ETag etag) => etag.ToString().Trim('"');
}
