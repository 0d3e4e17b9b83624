using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Measures;

/// <summary>
/// The content and style images of a process's trials as the yardstick sees them, each measured once. When they grow over their bound,
/// what was used longest ago goes first. Not for several threads at once.
/// </summary>
internal sealed class MeasuredImages(long maxBytes) : IDisposable
{
    private readonly Dictionary<Key, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    /// <summary>Number of images kept.</summary>
    public int Count => _entries.Count;

    /// <summary>The image of a key; measured when it is not kept, and kept then.</summary>
    public MeasuredImage Of(Key key, Func<MeasuredImage> measure)
    {
        if (_entries.TryGetValue(key, out var node))
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Image;
        }

        var image = measure().Detached();
        _entries.Add(key, _byUse.AddLast(new Entry(key, image)));
        _bytes += image.Bytes;
        return image;
    }

    /// <summary>Lets go of what was used longest ago until the bound is kept. Call it when no image is in use.</summary>
    public void Trim()
    {
        while (_bytes > maxBytes && _byUse.First is { } oldest)
        {
            _byUse.RemoveFirst();
            _entries.Remove(oldest.Value.Key);
            _bytes -= oldest.Value.Image.Bytes;
            oldest.Value.Image.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var entry in _byUse)
            entry.Image.Dispose();
        _byUse.Clear();
        _entries.Clear();
        _bytes = 0;
    }

    /// <summary>What a measured image depends on.</summary>
    /// <param name="Sha256">SHA-256 of its file.</param>
    /// <param name="Size">Size at which it is measured.</param>
    /// <param name="IsContent">Whether its features and colors are kept, or its Gram matrices.</param>
    internal readonly record struct Key(string Sha256, PictureSize Size, bool IsContent);

    private sealed record Entry(Key Key, MeasuredImage Image);
}
