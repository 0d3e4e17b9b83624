using System.Runtime.CompilerServices;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A store that can be made to fail.</summary>
public sealed class FlakyStore(IStore inner) : IStore
{
    private readonly List<string> _written = [];

    /// <summary>Whether writing this blob fails now.</summary>
    public Func<string, string, bool> Fails { get; set; } = (_, _) => false;

    /// <summary>Whether a call, such as <c>list trials/prefix</c>, finds the store out of reach now.</summary>
    public Func<string, bool> IsOutOfReach { get; set; } = _ => false;

    /// <summary>What happens before a blob is written.</summary>
    public Func<string, string, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What happens after a blob was written.</summary>
    public Func<string, string, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether the answer to writing this blob, if nobody wrote it before, is lost now: the call is made again, and finds its own writing.</summary>
    public Func<string, string, bool> LosesAnswer { get; set; } = (_, _) => false;

    /// <summary>Names of what was written, in order.</summary>
    public IReadOnlyList<string> Written
    {
        get
        {
            lock (_written)
                return [.. _written];
        }
    }

    /// <summary>What happens before it is looked whether a blob is there.</summary>
    public Func<Task> BeforeLook { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens before a blob is read.</summary>
    public Func<string, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public async Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        Reach($"read {container}/{name}");
        await BeforeRead(name).WaitAsync(cancellation);
        return await inner.ReadAsync(container, name, cancellation);
    }

    public async Task WriteAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation)
    {
        Reach($"write {container}/{name}");
        if (Fails(container, name))
            throw new StoreUnavailableException($"writing {container}/{name} failed, as the test wants");
        await Before(container, name).WaitAsync(cancellation);
        lock (_written)
            _written.Add($"{container}/{name}");
        await inner.WriteAsync(container, name, content, contentType, cancellation);
        await After(container, name).WaitAsync(cancellation);
    }

    public async Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation)
    {
        Reach($"write {container}/{name}");
        if (Fails(container, name))
            throw new StoreUnavailableException($"writing {container}/{name} failed, as the test wants");
        await Before(container, name).WaitAsync(cancellation);
        var etag = await inner.WriteIfAsync(container, name, content, contentType, knownETag, cancellation);
        if (etag is not null)
        {
            lock (_written)
                _written.Add($"{container}/{name}");
            await After(container, name).WaitAsync(cancellation);
            if (LosesAnswer(container, name))
                return await inner.WriteIfAsync(container, name, content, contentType, knownETag, cancellation);
        }

        return etag;
    }

    public async Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation)
    {
        Reach($"look {container}/{name}");
        await BeforeLook().WaitAsync(cancellation);
        return await inner.ExistsAsync(container, name, cancellation);
    }

    public async Task DeleteAsync(string container, string name, CancellationToken cancellation)
    {
        Reach($"delete {container}/{name}");
        await inner.DeleteAsync(container, name, cancellation);
    }

    public async IAsyncEnumerable<StoredEntry> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in inner.ListAsync(container, prefix, cancellation))
            yield return entry;
        // As a listing of many pages may break off at its end.
        Reach($"list {container}/{prefix}");
    }

    private void Reach(string call)
    {
        if (IsOutOfReach(call))
            throw new StoreUnavailableException($"the store is out of reach for '{call}', as the test wants");
    }
}
