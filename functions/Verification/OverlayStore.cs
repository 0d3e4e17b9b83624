using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Verification;

/// <summary>A store that is only read: what is written to it is kept beside it, and what is removed is noted.</summary>
internal sealed class OverlayStore(IStore inner) : IStore
{
    /// <summary>What was written, by container and name, in order of writing.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>What would have been removed.</summary>
    public List<string> Removed { get; } = [];

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) =>
        inner.ReadAsync(container, name, cancellation);

    public Task WriteAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation)
    {
        Written[VerifiedFiles.NameOf(container, name)] = content.ToArray();
        return Task.CompletedTask;
    }

    public async Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation)
    {
        // What is written here is never read again, so that every version is the one that was read.
        await WriteAsync(container, name, content, contentType, cancellation);
        return Sha256.Of(content.Span);
    }

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        inner.ExistsAsync(container, name, cancellation);

    public Task DeleteAsync(string container, string name, CancellationToken cancellation)
    {
        Removed.Add(VerifiedFiles.NameOf(container, name));
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<StoredEntry> ListAsync(string container, string prefix, CancellationToken cancellation) =>
        inner.ListAsync(container, prefix, cancellation);
}
