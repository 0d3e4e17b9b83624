using System.Collections;

namespace NetVips;

/// <summary>Optional arguments of an operation, by name.</summary>
public class VOption : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> _values = [];

    /// <summary>The number of arguments.</summary>
    public int Count => _values.Count;

    /// <summary>The value of one argument; one that is there already is not replaced.</summary>
    public object this[string key]
    {
        get => _values[key];
        set => Add(key, value);
    }

    /// <summary>Adds an argument.</summary>
    public void Add(string key, object value) => _values.Add(key, value);

    /// <summary>Takes an argument out.</summary>
    public bool Remove(string key) => _values.Remove(key);

    /// <summary>Reads an argument that may be missing.</summary>
    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Those of the arguments that the caller gave.</summary>
    internal static VOption Of(params ReadOnlySpan<(string Name, object Value)> arguments) => Of(null, arguments);

    /// <summary>The caller's own arguments and those of ours that were given.</summary>
    internal static VOption Of(VOption more, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var options = new VOption();
        foreach (var (name, value) in more ?? [])
            options.Add(name, value);
        foreach (var (name, value) in arguments)
        {
            if (value != null)
                options.Add(name, value);
        }

        return options;
    }
}
