using System.Text.RegularExpressions;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>axes</c>.</summary>
internal sealed partial class AxesReader
{
    // Manifests of before the key 'search' may have an axis of that name, and it misleads nobody.
    private static readonly string[] Reserved =
        [AxisNames.Content, AxisNames.Style, AxisNames.Experiment, .. ManifestParser.Keys.Where(key => key != SearchReader.Path)];
    private static readonly string[] KeysOfValues = ["values", "when"];

    private readonly IReadOnlyDictionary<ParameterDefinition, ParameterSource> _fixed;
    private readonly ProblemList _problems;
    private readonly List<ManifestAxis> _axes = [];
    private readonly Dictionary<string, ScalarNode> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ParameterDefinition, (ScalarNode Key, string Axis)> _varied = [];
    private readonly List<(string, ManifestNode, string)> _conditions = [];
    private readonly HashSet<ParameterDefinition> _contradicted = [];

    private AxesReader(IReadOnlyDictionary<ParameterDefinition, ParameterSource> fixedParameters, ProblemList problems)
    {
        _fixed = fixedParameters;
        _problems = problems;
    }

    /// <summary>The axes, in the manifest's order.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="fixedParameters">Parameters that the manifest sets, with the places where it does: they can't vary too.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static DeclaredAxes Read(
        ManifestNode node, IReadOnlyDictionary<ParameterDefinition, ParameterSource> fixedParameters, ProblemList problems)
    {
        if (node is not MappingNode mapping)
        {
            problems.AddWrongKind(node, "axes", "parameters with their values, and names of your own with several parameters each");
            return DeclaredAxes.None;
        }

        var reader = new AxesReader(fixedParameters, problems);
        foreach (var (key, value) in mapping.Entries.TakeWhile(_ => !problems.IsFull))
            reader.Read(key, value);
        return new DeclaredAxes(reader._axes, [.. reader._names.Keys], reader._varied.Keys)
        {
            Conditions = reader._conditions,
            Contradicted = reader._contradicted,
        };
    }

    private void Read(ScalarNode key, ManifestNode value)
    {
        var path = $"axes.{Shown.Text(key.Value)}";
        var definition = ParameterCatalog.Find(key.Value);
        if (definition is null && !IsComposite(key, value, path))
            return;
        if (!_names.TryAdd(key.Value, key))
        {
            _problems.Add(key, path, $"'{key.Value}' is there twice; the first is on line {_names[key.Value].Line}");
            return;
        }

        // Values that say where they vary: {values: ..., when: ...}.
        var values = value;
        if (value is MappingNode mapping && Find(mapping, "when") is { } when && IsExtended(definition, mapping))
        {
            _conditions.Add((key.Value, when, $"{path}.when"));
            values = new MappingNode([.. mapping.Entries.Where(entry => entry.Key.Value != "when")], mapping.Line, mapping.Column);
        }

        if (values is MappingNode extended && Find(extended, "values") is { } listed && IsExtended(definition, extended))
        {
            _ = new KeyedNode(extended, path, KeysOfValues, _problems);
            values = listed;
        }

        if (definition is null)
            ReadComposite(key, values, path);
        else
            ReadSingle(definition, key, values, path);
    }

    private void ReadSingle(ParameterDefinition definition, ScalarNode key, ManifestNode values, string path)
    {
        Vary(definition, key, key.Value, path);
        if (AxisReader.Read(definition, values, path, _problems) is not { } found)
            return;

        _axes.Add(new ManifestAxis(definition.Name, [definition], [.. found.Select(value =>
            new AxisPoint(null, ParameterSet.Empty.With(definition, value.Value))
            {
                Sources = new Dictionary<ParameterDefinition, ParameterSource> { [definition] = new(key, value.Place, path) },
            })]));
    }

    private void ReadComposite(ScalarNode key, ManifestNode values, string path)
    {
        var (parameters, points) = CompositeAxisReader.Read(values, path, _problems);
        foreach (var parameter in parameters)
            Vary(parameter.Definition, parameter.Key, key.Value, parameter.Path);
        if (points.Count > 0)
            _axes.Add(new ManifestAxis(key.Value, [.. parameters.Select(parameter => parameter.Definition)], points));
    }

    private void Vary(ParameterDefinition definition, ScalarNode key, string axis, string path)
    {
        if (_fixed.TryGetValue(definition, out var other))
        {
            _contradicted.Add(definition);
            var seen = $"'{definition}' has a fixed value on line {other.Key.Line}";
            _problems.Add(key, path, $"{seen}; a parameter is fixed or an axis, not both");
        }

        if (!_varied.TryAdd(definition, (key, axis)))
        {
            _contradicted.Add(definition);
            var (first, by) = _varied[definition];
            _problems.Add(key, path, $"'{definition}' is varied by axis '{Shown.Text(by)}' on line {first.Line} already; a parameter varies along one axis");
        }
    }

    /// <summary>Whether an axis that is no parameter's is one of several parameters; its problem is reported where it is none.</summary>
    private bool IsComposite(ScalarNode key, ManifestNode value, string path)
    {
        var isForm = value is MappingNode or SequenceNode { Items: [MappingNode, ..] };
        var namesParameters = value is not MappingNode mapping || mapping.Entries.Any(entry => ParameterCatalog.Find(entry.Key.Value) is not null || entry.Key.Value == "values");
        var suggestion = Suggestion.For(key.Value, ParameterCatalog.Names);
        if (!isForm || (!namesParameters && suggestion.Length > 0))
        {
            const string Composite = "a name of your own for several parameters that vary together, e.g. look: {styleWeight: [1, 10], init: [content, noise]}";
            var parameters = suggestion.Length > 0 ? "any parameter" : string.Join(", ", ParameterCatalog.Names);
            _problems.Add(key, "axes", $"unknown key '{Shown.Text(key.Value)}'{suggestion}; allowed: {parameters}, or {Composite}");
            return false;
        }

        if (NameForm().IsMatch(key.Value) && !Reserved.Contains(key.Value))
            return true;

        var why = Reserved.Contains(key.Value) ? "has a meaning of its own" : "is no name of an axis";
        _problems.Add(key, path, $"'{Shown.Text(key.Value)}' {why}; allowed: 1 to 40 letters, digits and hyphens, the first a letter, e.g. look");
        return false;
    }

    /// <summary>Whether a mapping is values with more to say about them, and not the value of a parameter that is written as one.</summary>
    private static bool IsExtended(ParameterDefinition? definition, MappingNode mapping) =>
        definition is not TextParameter { Forms: var forms } || !forms.HasFlag(TextForms.Mapping)
        || Find(mapping, "values") is not null || Find(mapping, "random") is not null;

    private static ManifestNode? Find(MappingNode mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
