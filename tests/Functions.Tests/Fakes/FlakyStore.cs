using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A store whose writing can be made to fail.</summary>
public sealed class FlakyStore(IStore inner) : IStore
{
    /// <summary>Whether writing this blob fails now.</summary>
    public Func<string, string, bool> Fails { get; set; } = (_, _) => false;

    /// <summary>What happens before a blob is written.</summary>
    public Func<string, string, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Names of what was written, in order.</summary>
    public List<string> Written { get; } = [];

    /// <summary>What happens before a blob is read.</summary>
    public Func<string, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public async Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        await BeforeRead(name).WaitAsync(cancellation);
        return await inner.ReadAsync(container, name, cancellation);
    }

    public async Task WriteAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation)
    {
        if (Fails(container, name))
            throw new StoreUnavailableException($"writing {container}/{name} failed, as the test wants");
        await Before(container, name).WaitAsync(cancellation);
        lock (Written)
            Written.Add($"{container}/{name}");
        await inner.WriteAsync(container, name, content, contentType, cancellation);
    }

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        inner.ExistsAsync(container, name, cancellation);

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) => inner.DeleteAsync(container, name, cancellation);

    public IAsyncEnumerable<StoredEntry> ListAsync(string container, string prefix, CancellationToken cancellation) =>
        inner.ListAsync(container, prefix, cancellation);
}
