using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace NeuralStyle.Functions.Storage;

/// <summary>
/// Signs links to single blobs: read only, for a while. By the account's key where the app has it (Azurite), else by a key that storage
/// lends to the app's identity, which needs the role Storage Blob Delegator on the account.
/// </summary>
public sealed class BlobLinks(BlobServiceClient service, TimeProvider clock)
{
    // The app's clock may be ahead of storage's, which lends no key whose time has not come.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>Signs a link.</summary>
    /// <param name="container">The container.</param>
    /// <param name="name">The blob.</param>
    /// <param name="expiresAt">When the link ends.</param>
    /// <param name="cancellation">Ends the signing.</param>
    /// <exception cref="UnauthorizedAccessException">Storage lends the identity no key.</exception>
    /// <exception cref="StoreUnavailableException">Storage could not be reached; worth a retry.</exception>
    public Task<Uri> SignAsync(string container, string name, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        StorageCall.RunAsync($"signing a link to {container}/{name}", async () =>
        {
            var blob = service.GetBlobContainerClient(container).GetBlobClient(name);
            var link = new BlobSasBuilder(BlobSasPermissions.Read, expiresAt)
            {
                BlobContainerName = container,
                BlobName = name,
                Resource = "b",
                // An account that is itself reached without encryption is one on this machine.
                Protocol = service.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
            };
            if (blob.CanGenerateSasUri)
                return blob.GenerateSasUri(link);

            try
            {
                var key = await service.GetUserDelegationKeyAsync(clock.GetUtcNow() - ClockDifference, expiresAt, cancellation);
                return new BlobUriBuilder(blob.Uri) { Sas = link.ToSasQueryParameters(key, service.AccountName) }.ToUri();
            }
            catch (RequestFailedException failed) when (failed.Status == 403)
            {
                throw new UnauthorizedAccessException(
                    $"Storage account {service.AccountName} lends the app's identity no key to sign links with ({failed.ErrorCode}); "
                    + "the identity needs the role Storage Blob Delegator on the account.",
                    failed);
            }
        }, cancellation);
}
