using System.Text.Json;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Functions.Storage;

/// <summary>The store's JSON documents.</summary>
public static class StoreDocuments
{
    /// <summary>The content type of a document.</summary>
    public const string JsonType = "application/json";

    /// <summary>Reads a document; null when there is none of that name.</summary>
    /// <exception cref="JsonException">It is not a document of that kind; the message names it.</exception>
    public static async Task<T?> ReadDocumentAsync<T>(this IStore store, string container, string name, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        var blob = await store.ReadAsync(container, name, cancellation);
        try
        {
            return blob is null ? null : JsonSerializer.Deserialize<T>(blob.Content.Span, PlanJson.Readable);
        }
        catch (JsonException exception)
        {
            throw new JsonException($"'{container}/{name}' can't be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a document that can be done without; null when there is none of that name, or it was edited or is of another version.</summary>
    public static async Task<T?> FindDocumentAsync<T>(this IStore store, string container, string name, CancellationToken cancellation)
        where T : class => (await store.LookAtDocumentAsync<T>(container, name, cancellation)).Document;

    /// <summary>Reads a document that is to be replaced, and its version: null as for <see cref="FindDocumentAsync"/>, the version of what can't be read too.</summary>
    public static async Task<(T? Document, string? ETag)> LookAtDocumentAsync<T>(
        this IStore store, string container, string name, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        var blob = await store.ReadAsync(container, name, cancellation);
        try
        {
            return (blob is null ? null : JsonSerializer.Deserialize<T>(blob.Content.Span, PlanJson.Readable), blob?.ETag);
        }
        catch (JsonException)
        {
            return (null, blob?.ETag);
        }
    }

    /// <summary>Writes a document, replacing what was there.</summary>
    public static Task WriteDocumentAsync<T>(this IStore store, string container, string name, T document, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.WriteAsync(container, name, JsonSerializer.SerializeToUtf8Bytes(document, PlanJson.Readable), JsonType, cancellation);
    }

    /// <summary>Writes a document where there is none of that name.</summary>
    /// <returns>Whether the document is there as it was given: false where another one is.</returns>
    public static Task<bool> CreateDocumentAsync<T>(this IStore store, string container, string name, T document, CancellationToken cancellation)
        where T : class => store.WriteDocumentIfAsync(container, name, document, knownETag: null, cancellation);

    /// <summary>Writes a document only if nobody wrote it since it was read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">Its name.</param>
    /// <param name="document">The document.</param>
    /// <param name="knownETag">The version that was read; null where there was none.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>Whether the document is there as it was given: false where another one is.</returns>
    public static async Task<bool> WriteDocumentIfAsync<T>(
        this IStore store, string container, string name, T document, string? knownETag, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, PlanJson.Readable);
        return await store.WriteOnceAsync(container, name, bytes, JsonType, knownETag, cancellation) is not null;
    }
}
