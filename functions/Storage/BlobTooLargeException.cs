namespace NeuralStyle.Functions.Storage;

/// <summary>A blob has more bytes than are read of its container. No retry helps.</summary>
/// <param name="container">Where it is.</param>
/// <param name="name">Its name.</param>
/// <param name="bytes">How many it has.</param>
/// <param name="etag">The version that has so many.</param>
public sealed class BlobTooLargeException(string container, string name, long bytes, string etag)
    : Exception($"{container}/{name} has {bytes} bytes; allowed are {StoreLimits.BytesOf(container)}.")
{
    /// <summary>The version that has so many.</summary>
    public string ETag { get; } = etag;

    /// <summary>Refuses what is too large.</summary>
    /// <exception cref="BlobTooLargeException">It is.</exception>
    public static void ThrowIf(string container, string name, long bytes, string etag)
    {
        if (bytes > StoreLimits.BytesOf(container))
            throw new BlobTooLargeException(container, name, bytes, etag);
    }
}
