using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A store whose writing can be made to fail.</summary>
public sealed class FlakyStore(IStore inner) : IStore
{
    /// <summary>Whether writing this blob fails now.</summary>
    public Func<string, string, bool> Fails { get; set; } = (_, _) => false;

    /// <summary>Names of what was written, in order.</summary>
    public List<string> Written { get; } = [];

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) =>
        inner.ReadAsync(container, name, cancellation);

    public Task WriteAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation)
    {
        if (Fails(container, name))
            return Task.FromException(new StoreUnavailableException($"writing {container}/{name} failed, as the test wants"));
        lock (Written)
            Written.Add($"{container}/{name}");
        return inner.WriteAsync(container, name, content, contentType, cancellation);
    }

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        inner.ExistsAsync(container, name, cancellation);

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) => inner.DeleteAsync(container, name, cancellation);

    public IAsyncEnumerable<StoredEntry> ListAsync(string container, string prefix, CancellationToken cancellation) =>
        inner.ListAsync(container, prefix, cancellation);
}
