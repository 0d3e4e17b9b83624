using System.Collections.Concurrent;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>The images that a manifest may name: what lies in <c>input/</c>, as far as it is read at all.</summary>
/// <param name="store">Where they are.</param>
public sealed class InputImages(IStore store)
{
    private const int ReadsAtOnce = 4;

    /// <summary>Their names, with what is wrong with those that are too large.</summary>
    /// <exception cref="ManifestException">There are more than are listed.</exception>
    public async Task<AvailableImages> ListAsync(string manifestName, CancellationToken cancellation)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var entry in store.ListAsync(StoreLayout.InputContainer, string.Empty, cancellation))
        {
            if (sizes.Count == StoreLimits.MostInputs)
                throw Problem(manifestName, $"{StoreLayout.InputContainer}/ holds more than {StoreLimits.MostInputs} blobs; remove those that no sweep needs");
            sizes[entry.Name] = entry.Bytes;
        }

        return new AvailableImages(sizes.Keys)
        {
            FaultOf = name => sizes[name] > StoreLimits.ImageBytes ? $"has {sizes[name]} bytes; an image has {StoreLimits.ImageBytes} at most" : null,
        };
    }

    /// <summary>SHA-256 of some of them, by name.</summary>
    /// <exception cref="ManifestException">One was removed, or has grown too large, since they were listed.</exception>
    public async Task<IReadOnlyDictionary<string, string>> HashAsync(
        IReadOnlyList<string> names, string manifestName, CancellationToken cancellation)
    {
        var hashes = new ConcurrentDictionary<string, string>();
        var bounded = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(names, bounded, async (name, stop) =>
        {
            try
            {
                var image = await store.ReadAsync(StoreLayout.InputContainer, name, stop)
                    ?? throw Problem(manifestName, $"image '{name}' was removed from {StoreLayout.InputContainer}/ while the sweep was planned");
                hashes[name] = Sha256.Of(image.Content.Span);
            }
            catch (BlobTooLargeException exception)
            {
                throw Problem(manifestName, exception.Message);
            }
        });
        return hashes;
    }

    private static ManifestException Problem(string manifestName, string message) =>
        new(manifestName, [new ManifestProblem(1, 1, string.Empty, message)]);
}
