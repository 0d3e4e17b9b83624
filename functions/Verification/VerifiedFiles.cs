using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Functions.Verification;

/// <summary>Reads the files of a sweep that is verified, and counts them.</summary>
internal sealed class VerifiedFiles(IStore store)
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    /// <summary>Files that were held against something.</summary>
    public int Count => _checked.Count;

    /// <summary>What messages call a file.</summary>
    public static string NameOf(string container, string name) => $"{container}/{name}";

    /// <summary>A file's bytes.</summary>
    /// <exception cref="LieException">It is not there.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(string container, string name, string saidBy, CancellationToken cancellation)
    {
        _checked.Add(NameOf(container, name));
        try
        {
            return await store.ReadAsync(container, name, cancellation) is { } blob
                ? blob.Content
                : throw new LieException(NameOf(container, name), $"it is not there; {saidBy}");
        }
        catch (ArgumentException exception)
        {
            // Names come from documents, which may be anybody's.
            throw new LieException(NameOf(container, name), exception.Message);
        }
    }

    /// <summary>A document.</summary>
    /// <exception cref="LieException">It is not there, or no document of its kind.</exception>
    public async Task<T> ReadDocumentAsync<T>(string container, string name, string saidBy, CancellationToken cancellation)
        where T : class => Parse<T>(container, name, await ReadAsync(container, name, saidBy, cancellation));

    /// <summary>A document; null where there is none.</summary>
    /// <exception cref="LieException">It is no document of its kind.</exception>
    public async Task<T?> FindDocumentAsync<T>(string container, string name, CancellationToken cancellation)
        where T : class => await store.ExistsAsync(container, name, cancellation)
            ? Parse<T>(container, name, await ReadAsync(container, name, string.Empty, cancellation))
            : null;

    /// <summary>Holds a file against a hash.</summary>
    /// <param name="container">Its container.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sha256">The hash.</param>
    /// <param name="saidBy">Who says the hash.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="LieException">It is not there, or another one.</exception>
    public async Task<ReadOnlyMemory<byte>> CheckAsync(string container, string name, string? sha256, string saidBy, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(container, name, $"{saidBy} says that it is", cancellation);
        Check(container, name, bytes.Span, sha256, saidBy);
        return bytes;
    }

    /// <summary>Holds bytes that were read against a hash.</summary>
    /// <exception cref="LieException">They are others.</exception>
    public static void Check(string container, string name, ReadOnlySpan<byte> bytes, string? sha256, string saidBy)
    {
        var seen = Sha256.Of(bytes);
        if (seen != sha256)
            throw new LieException(NameOf(container, name), $"it was changed or swapped: its SHA-256 is {Short(seen)}, {saidBy} says {Short(sha256)}");
    }

    private static string Short(string? sha256) => sha256 is { Length: > 12 } ? $"{sha256[..12]}..." : sha256 ?? "none";

    private static T Parse<T>(string container, string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, PlanJson.Readable)
                ?? throw new LieException(NameOf(container, name), "it is an empty document");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new LieException(NameOf(container, name), $"it can't be read: {exception.Message}");
        }
    }
}
