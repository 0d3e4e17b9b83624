namespace NeuralStyle.Engine.Targets;

/// <summary>
/// Content features and style statistics that trials of one process share: each is computed once per image, size, treatment,
/// network, pooling, precision and layer. When it grows over its bound, what was used longest ago goes first. Not for several threads at once.
/// </summary>
public sealed class TargetCache : IDisposable
{
    private readonly Dictionary<TargetKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private readonly long _maxBytes;
    private long _bytes;

    /// <summary>Creates an empty cache.</summary>
    /// <param name="maxBytes">Bytes of tensors to keep at most, of the device's memory.</param>
    public TargetCache(long maxBytes) => _maxBytes = maxBytes;

    /// <summary>Number of targets kept.</summary>
    public int Count => _entries.Count;

    /// <summary>Finds a target and marks it as used.</summary>
    /// <returns>The target, owned by the cache; null when it isn't kept.</returns>
    public Target? Find(TargetKey key)
    {
        if (!_entries.TryGetValue(key, out var node))
            return null;

        _byUse.Remove(node);
        _byUse.AddLast(node);
        return node.Value.Target;
    }

    /// <summary>Keeps a target; takes ownership of its tensors.</summary>
    public void Add(TargetKey key, Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Detach();
        _entries.Add(key, _byUse.AddLast(new Entry(key, target)));
        _bytes += target.Bytes;
    }

    /// <summary>Lets go of what was used longest ago until the bound is kept. Call it between trials, when no target is in use.</summary>
    public void Trim()
    {
        while (_bytes > _maxBytes && _byUse.First is { } oldest)
        {
            _byUse.RemoveFirst();
            _entries.Remove(oldest.Value.Key);
            _bytes -= oldest.Value.Target.Bytes;
            oldest.Value.Target.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var entry in _byUse)
            entry.Target.Dispose();
        _byUse.Clear();
        _entries.Clear();
        _bytes = 0;
    }

    private sealed record Entry(TargetKey Key, Target Target);
}
