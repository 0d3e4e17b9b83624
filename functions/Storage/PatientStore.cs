using System.Runtime.CompilerServices;

namespace NeuralStyle.Functions.Storage;

/// <summary>
/// A store that is asked for a while also when it can't be reached: for what was computed and would else have to be computed again.
/// </summary>
/// <param name="inner">The store.</param>
/// <param name="patience">How long; zero tries once.</param>
/// <param name="clock">Measures it.</param>
public sealed class PatientStore(IStore inner, TimeSpan patience, TimeProvider clock) : IStore
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) =>
        TryAsync(() => inner.ReadAsync(container, name, cancellation), cancellation);

    public Task WriteAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        TryAsync(() => inner.WriteAsync(container, name, content, contentType, cancellation), cancellation);

    public Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation) =>
        TryAsync(() => inner.WriteIfAsync(container, name, content, contentType, knownETag, cancellation), cancellation);

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        TryAsync(() => inner.ExistsAsync(container, name, cancellation), cancellation);

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) =>
        TryAsync(() => inner.DeleteAsync(container, name, cancellation), cancellation);

    /// <inheritdoc/>
    /// <remarks>All of it is there before the first is given out: a listing that breaks off begins anew.</remarks>
    public async IAsyncEnumerable<StoredEntry> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var entry in await TryAsync(async () => await inner.ListAsync(container, prefix, cancellation).ToListAsync(cancellation), cancellation))
            yield return entry;
    }

    private Task<bool> TryAsync(Func<Task> call, CancellationToken cancellation) =>
        TryAsync(
            async () =>
            {
                await call();
                return true;
            },
            cancellation);

    private async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                return await call();
            }
            catch (StoreUnavailableException) when (clock.GetElapsedTime(began) + wait <= patience)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }
}
