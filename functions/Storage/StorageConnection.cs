using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace NeuralStyle.Functions.Storage;

/// <summary>The storage account, as the setting <c>AzureWebJobsStorage</c> names it: what the triggers and the store both use.</summary>
/// <param name="Blobs">Its blobs.</param>
/// <param name="Queues">Its queues.</param>
public sealed record StorageConnection(BlobServiceClient Blobs, QueueServiceClient Queues)
{
    // Some six seconds of waits in all. The callers have patience of their own: activities are retried, messages come back.
    private const int Retries = 3;

    /// <summary>The name of the setting.</summary>
    public const string Setting = "AzureWebJobsStorage";

    /// <summary>Connects by a connection string; <c>UseDevelopmentStorage=true</c> is Azurite.</summary>
    public static StorageConnection FromConnectionString(string connectionString) =>
        new(new BlobServiceClient(connectionString, BlobOptions()), new QueueServiceClient(connectionString, QueueOptions()));

    /// <summary>
    /// Connects as the settings say: a connection string, or an account with an identity (<c>__accountName</c>, or
    /// <c>__blobServiceUri</c> and <c>__queueServiceUri</c>; <c>__clientId</c> for an identity that the user assigned).
    /// </summary>
    /// <exception cref="ArgumentException">Neither is there.</exception>
    public static StorageConnection FromConfiguration(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Setting);
        if (!string.IsNullOrWhiteSpace(section.Value))
            return FromConnectionString(section.Value);

        var blobs = ServiceUri(section, "blob");
        var queues = ServiceUri(section, "queue");
        if (blobs is null || queues is null)
        {
            throw new ArgumentException(
                $"No storage account is configured: set {Setting} to a connection string, or {Setting}__accountName, "
                + $"or {Setting}__blobServiceUri and {Setting}__queueServiceUri.");
        }

        TokenCredential credential = section["credential"] == "managedidentity"
            ? new ManagedIdentityCredential(Identity(section["clientId"]))
            : new DefaultAzureCredential();
        return new StorageConnection(
            new BlobServiceClient(blobs, credential, BlobOptions()), new QueueServiceClient(queues, credential, QueueOptions()));
    }

    private static Uri? ServiceUri(IConfigurationSection section, string service)
    {
        if (section[$"{service}ServiceUri"] is { Length: > 0 } uri)
            return new Uri(uri);
        return section["accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net") : null;
    }

    private static ManagedIdentityId Identity(string? clientId) =>
        string.IsNullOrEmpty(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId);

    // Queue triggers expect base64, as host.json says.
    private static QueueClientOptions QueueOptions() =>
        new() { MessageEncoding = QueueMessageEncoding.Base64, Retry = { MaxRetries = Retries } };

    private static BlobClientOptions BlobOptions() => new() { Retry = { MaxRetries = Retries } };
}
