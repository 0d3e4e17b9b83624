using System.Text.Json;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Functions.Storage;

/// <summary>The store's JSON documents.</summary>
public static class StoreDocuments
{
    private const string JsonType = "application/json";

    /// <summary>Reads a document; null when there is none of that name.</summary>
    /// <exception cref="JsonException">It is not a document of that kind.</exception>
    public static async Task<T?> ReadDocumentAsync<T>(this IStore store, string container, string name, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        var blob = await store.ReadAsync(container, name, cancellation);
        return blob is null ? null : JsonSerializer.Deserialize<T>(blob.Content.Span, PlanJson.Readable);
    }

    /// <summary>Writes a document, replacing what was there.</summary>
    public static Task WriteDocumentAsync<T>(this IStore store, string container, string name, T document, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.WriteAsync(container, name, JsonSerializer.SerializeToUtf8Bytes(document, PlanJson.Readable), JsonType, cancellation);
    }
}
