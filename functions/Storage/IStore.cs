namespace NeuralStyle.Functions.Storage;

/// <summary>
/// Where everything is kept: blob storage, or a folder of the same layout. Blobs are written whole: a reader sees the old
/// content or the new, never a part. Transient trouble surfaces as <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IStore
{
    /// <summary>Reads a blob; null when there is none of that name.</summary>
    Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation);

    /// <summary>Writes a blob, replacing what was there.</summary>
    Task WriteAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation);

    /// <summary>
    /// Writes a blob only if nobody wrote it since it was read, so that two who change it one after the other don't lose what either said.
    /// </summary>
    /// <param name="container">The container.</param>
    /// <param name="name">The blob.</param>
    /// <param name="content">Its new bytes.</param>
    /// <param name="contentType">What they are.</param>
    /// <param name="knownETag">The version that was read; null where there was none.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>The new version; null, and nothing is written, where the blob is of another version by now.</returns>
    Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation);

    /// <summary>Whether a blob of that name is there.</summary>
    Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation);

    /// <summary>Removes a blob if it is there.</summary>
    Task DeleteAsync(string container, string name, CancellationToken cancellation);

    /// <summary>Lists the blobs whose names begin with a prefix, in ordinal order; empty for a container that doesn't exist.</summary>
    IAsyncEnumerable<StoredEntry> ListAsync(string container, string prefix, CancellationToken cancellation);
}
