using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A mapping with known keys. Making one reports the keys that are unknown or there twice.</summary>
internal sealed class KeyedNode
{
    private readonly Dictionary<string, (ScalarNode Key, ManifestNode Value)> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads the keys of a mapping.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="path">Its place in the manifest.</param>
    /// <param name="known">The keys that are allowed.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public KeyedNode(MappingNode node, string path, IReadOnlyList<string> known, ProblemList problems)
    {
        Path = path;
        foreach (var (key, value) in node.Entries.TakeWhile(_ => !problems.IsFull))
        {
            if (!known.Contains(key.Value))
                problems.Add(key, path, Unknown(key.Value, known));
            else if (!_entries.TryAdd(key.Value, (key, value)))
                problems.Add(key, At(key.Value), $"'{key.Value}' is there twice; the first is on line {_entries[key.Value].Key.Line}");
        }
    }

    /// <summary>The place in the manifest.</summary>
    public string Path { get; }

    /// <summary>The known keys that are there, in the order of the manifest.</summary>
    public IEnumerable<(ScalarNode Key, ManifestNode Value)> Entries =>
        _entries.Values.OrderBy(entry => entry.Key.Line).ThenBy(entry => entry.Key.Column);

    /// <summary>The value of a key, or null when it isn't there.</summary>
    public ManifestNode? this[string key] => _entries.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>The place of a key in the manifest.</summary>
    public string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private static string Unknown(string key, IReadOnlyList<string> known)
    {
        // Whoever writes a parameter where none is allowed has left out a level.
        var misplaced = known.Contains("parameters") && ParameterCatalog.Find(key) is not null;
        var hint = misplaced ? " (a parameter; it belongs under 'parameters')" : Suggestion.For(key, known);
        return $"unknown key '{Shown.Text(key)}'{hint}; allowed: {Allowed(known, hint.Length > 0)}";
    }

    /// <summary>The keys; where one of them was probably meant, all parameters together in a word, since there are many.</summary>
    private static string Allowed(IReadOnlyList<string> known, bool isHinted)
    {
        var others = known.Except(ParameterCatalog.Names).ToList();
        return isHinted && known.Count - others.Count == ParameterCatalog.All.Count
            ? string.Join(", ", others.Prepend("any parameter"))
            : string.Join(", ", known);
    }
}
