namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>A dict of a pickle, in the order in which it was filled. Only texts are found by; other keys are kept unread.</summary>
internal sealed class PickleDictionary
{
    private readonly Dictionary<string, object?> _byName = new(StringComparer.Ordinal);

    /// <summary>The entries whose keys are texts.</summary>
    public IReadOnlyDictionary<string, object?> Named => _byName;

    /// <summary>Sets an entry; a later one replaces an earlier one of the same key, as in Python.</summary>
    public void Set(object? key, object? value)
    {
        if (key is string name)
            _byName[name] = value;
    }
}
