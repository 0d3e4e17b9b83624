using System.Runtime.CompilerServices;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Verification;

/// <summary>
/// The folder of a fetched sweep as a store: its results lie in the folder itself, the trials in <c>trials</c> within. It is only read.
/// </summary>
internal sealed class FetchedStore(string folder, string sweep, string images) : IStore
{
    private readonly FolderStore _folder = new(folder, images);

    // The folder itself, in the place of the container that may lie anywhere.
    private readonly FolderStore _results = new(folder, folder);

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        var (store, place, file) = Place(container, name);
        return file is null ? Task.FromResult<StoredBlob?>(null) : store.ReadAsync(place, file, cancellation);
    }

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation)
    {
        var (store, place, file) = Place(container, name);
        return file is null ? Task.FromResult(false) : store.ExistsAsync(place, file, cancellation);
    }

    public async IAsyncEnumerable<StoredEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (store, place, begin) = Place(container, prefix);
        if (begin is null)
            yield break;
        await foreach (var entry in store.ListAsync(place, begin, cancellation))
            yield return container == StoreLayout.ResultsContainer ? entry with { Name = $"{sweep}/{entry.Name}" } : entry;
    }

    public Task WriteAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        throw new NotSupportedException("What was fetched is only read.");

    public Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation) =>
        throw new NotSupportedException("What was fetched is only read.");

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) =>
        throw new NotSupportedException("What was fetched is only read.");

    /// <summary>Where a name is; no file where it is of another sweep.</summary>
    private (IStore Store, string Container, string? Name) Place(string container, string name)
    {
        if (container != StoreLayout.ResultsContainer)
            return (_folder, container, name);
        return (_results, StoreLayout.InputContainer, name.StartsWith($"{sweep}/", StringComparison.Ordinal) ? name[(sweep.Length + 1)..] : null);
    }
}
