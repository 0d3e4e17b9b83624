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
                var response = await Blob(container, name).DownloadStreamingAsync(cancellationToken: cancellation);
                await using var content = response.Value.Content;
                var (bytes, etag) = (response.Value.Details.ContentLength, Plain(response.Value.Details.ETag));
                BlobTooLargeException.ThrowIf(container, name, bytes, etag);
                var read = new byte[bytes];
                await content.ReadExactlyAsync(read, cancellation);
                return new StoredBlob(read, etag);
            }
            catch (RequestFailedException failed) when (failed.Status == 404)
            {
                return null;
            }
        }, cancellation);

    public Task WriteAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            $"writing {container}/{name}", () => UploadAsync(container, name, content, contentType, conditions: null, cancellation), cancellation);

    public Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation) =>
        StorageCall.RunAsync($"writing {container}/{name}", async () =>
        {
            var conditions = knownETag is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = new ETag($"\"{knownETag}\"") };
            try
            {
                return Plain(await UploadAsync(container, name, content, contentType, conditions, cancellation));
            }
            catch (RequestFailedException failed)
                when (failed.Status == 412 || failed.ErrorCode == BlobErrorCode.BlobAlreadyExists || failed.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
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

    private async Task<ETag> UploadAsync(
        string container,
        string name,
        ReadOnlyMemory<byte> content,
        string contentType,
        BlobRequestConditions? conditions,
        CancellationToken cancellation)
    {
        // A single upload replaces the blob whole: readers see the old bytes until the new ones are committed.
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType }, Conditions = conditions };
        try
        {
            return (await Blob(container, name).UploadAsync(BinaryData.FromBytes(content), options, cancellation)).Value.ETag;
        }
        catch (RequestFailedException failed) when (failed.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await service.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellation);
            return (await Blob(container, name).UploadAsync(BinaryData.FromBytes(content), options, cancellation)).Value.ETag;
        }
    }

    private BlobClient Blob(string container, string name)
    {
        StoreName.Check(container, name);
        return service.GetBlobContainerClient(container).GetBlobClient(name);
    }

    // Listings give ETags bare, downloads give them quoted; they must compare as equal.
    private static string Plain(ETag etag) => etag.ToString().Trim('"');
}
