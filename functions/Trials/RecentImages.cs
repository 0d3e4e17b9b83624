namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Image files that trials read lately, by their SHA-256: the trials of a sweep share a few. What is asked for by its hash is right, whatever
/// has become of the file in the store.
/// </summary>
/// <param name="capacity">Bytes that are kept at most.</param>
public sealed class RecentImages(long capacity)
{
    private readonly Lock _gate = new();

    // The latest used last.
    private readonly OrderedDictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The file of a hash, when it is kept.</summary>
    public ReadOnlyMemory<byte>? Find(string sha256)
    {
        lock (_gate)
        {
            if (!_files.Remove(sha256, out var file))
                return null;
            _files.Add(sha256, file);
            return file;
        }
    }

    /// <summary>Keeps a file, in place of those that were used least lately.</summary>
    /// <param name="sha256">The hash of its bytes.</param>
    /// <param name="file">The bytes, which must not change any more.</param>
    public void Keep(string sha256, ReadOnlyMemory<byte> file)
    {
        lock (_gate)
        {
            if (file.Length > capacity || !_files.TryAdd(sha256, file))
                return;
            _bytes += file.Length;
            while (_bytes > capacity)
            {
                _bytes -= _files.GetAt(0).Value.Length;
                _files.RemoveAt(0);
            }
        }
    }
}
