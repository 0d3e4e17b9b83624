using System.Text;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>
/// The text of a value that may be a string, a list or keys with values: <c>[0.7, 0.3]</c> is <c>0.7, 0.3</c> and
/// <c>{conv1_1: 0.05}</c> is <c>conv1_1 0.05</c>. It knows where in the manifest each of its characters stands.
/// </summary>
internal sealed class JoinedText
{
    private const string Comma = ", ";

    /// <summary>No grammar takes more, and each problem is looked up among them.</summary>
    private const int MostParts = 1000;

    private readonly List<(int Start, SourceText Text, string Path)> _parts = [];
    private readonly StringBuilder _value = new();

    private JoinedText()
    {
    }

    /// <summary>The text.</summary>
    public string Value => _value.ToString();

    /// <summary>The text of a value; null after a problem.</summary>
    public static JoinedText? Of(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        var forms = (definition as TextParameter)?.Forms ?? TextForms.Plain;
        var before = problems.Count;
        var joined = new JoinedText();
        switch (node)
        {
            case SequenceNode list when forms.HasFlag(TextForms.List):
                joined.AddItems(list, definition.Allowed, path, problems);
                break;
            case MappingNode mapping when forms.HasFlag(TextForms.Mapping):
                joined.AddPairs(mapping, (TextParameter)definition, path, problems);
                break;
            default:
                if (problems.ExpectScalar(node, path, definition.Allowed) is { } scalar)
                    joined.Add(scalar.Text, path);
                break;
        }

        // Of what can't be read, and was reported as that, nothing is left.
        return problems.Count == before && joined._parts.Count > 0 ? joined : null;
    }

    /// <summary>Where a character of the text stands.</summary>
    public (int Line, int Column, string Path) At(int offset)
    {
        var part = _parts.FindLast(part => part.Start <= offset);
        var (line, column) = part.Text.At(offset - part.Start);
        return (line, column, part.Path);
    }

    private void AddItems(SequenceNode list, string allowed, string path, ProblemList problems)
    {
        if (list.Items.Count is 0 or > MostParts)
        {
            var seen = list.Items.Count == 0 ? "the list is empty" : $"the list has {list.Items.Count} items, and {MostParts} are the most";
            problems.Add(list, path, $"{seen}; allowed: {allowed}");
            return;
        }

        foreach (var (item, itemPath) in problems.ExpectScalars(list, path, allowed))
        {
            if (item.Value.Contains(',', StringComparison.Ordinal))
                problems.Add(item, itemPath, $"'{Shown.Text(item.Value)}' has a comma; here each is an item of the list of its own");
            Separate();
            Add(item.Text, itemPath);
        }
    }

    private void AddPairs(MappingNode mapping, TextParameter definition, string path, ProblemList problems)
    {
        if (mapping.Entries.Count is 0 or > MostParts)
        {
            var seen = mapping.Entries.Count == 0 ? "there are no keys here" : $"there are {mapping.Entries.Count} keys here, and {MostParts} are the most";
            problems.Add(mapping, path, $"{seen}; allowed: {definition.Allowed}");
            return;
        }

        foreach (var (key, value) in mapping.Entries)
        {
            if (problems.ExpectScalar(value, $"{path}.{Shown.Text(key.Value)}", definition.Allowed) is not { } number)
                continue;
            Separate();
            Add(key.Text, path);
            _value.Append(definition.PairSeparator);
            Add(number.Text, path);
        }
    }

    private void Separate()
    {
        if (_value.Length > 0)
            _value.Append(Comma);
    }

    private void Add(SourceText text, string path)
    {
        _parts.Add((_value.Length, text, path));
        _value.Append(text.Value);
    }
}
