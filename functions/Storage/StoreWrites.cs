namespace NeuralStyle.Functions.Storage;

/// <summary>Writings that another may come before.</summary>
public static class StoreWrites
{
    /// <summary>Writes a blob only if nobody wrote it since it was read, and knows a writing again whose answer was lost.</summary>
    /// <param name="store">The store.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">The blob.</param>
    /// <param name="content">Its new bytes.</param>
    /// <param name="contentType">What they are.</param>
    /// <param name="knownETag">The version that was read; null where there was none.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>The blob as it was given; null where another one is there.</returns>
    public static async Task<WrittenBlob?> WriteOnceAsync(
        this IStore store,
        string container,
        string name,
        ReadOnlyMemory<byte> content,
        string contentType,
        string? knownETag,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.WriteIfAsync(container, name, content, contentType, knownETag, cancellation) is { } etag)
            return new WrittenBlob(etag, IsKnownOurs: true);
        // The answer may have been lost, and the call made again: then what is there is our own.
        return await ReadAsync(store, container, name, cancellation) is { } there && there.Content.Span.SequenceEqual(content.Span)
            ? new WrittenBlob(there.ETag, IsKnownOurs: false)
            : null;
    }

    private static async Task<StoredBlob?> ReadAsync(IStore store, string container, string name, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadAsync(container, name, cancellation);
        }
        catch (BlobTooLargeException)
        {
            // Larger than any that is written here.
            return null;
        }
    }
}
