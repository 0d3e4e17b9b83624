using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>Reads conditions: of <c>when</c> and of <c>skip</c>.</summary>
internal sealed class ConditionReader
{
    private readonly Dictionary<string, IReadOnlyList<string>> _names = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _keys;
    private readonly ProblemList _problems;

    /// <summary>A reader for a manifest.</summary>
    /// <param name="axes">Its axes.</param>
    /// <param name="experiments">Its experiments.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public ConditionReader(DeclaredAxes axes, IReadOnlyList<Experiment> experiments, ProblemList problems)
    {
        _problems = problems;
        foreach (var axis in axes.Axes.Where(axis => axis.IsComposite))
            _names[axis.Name] = [.. axis.Points.Select(point => point.Name).OfType<string>()];
        _names[AxisNames.Experiment] = [.. experiments.Select(experiment => experiment.Name)];

        // Of an axis that could not be read nothing can be said.
        var unread = axes.Names.Where(name => ParameterCatalog.Find(name) is null && !_names.ContainsKey(name));
        _keys = [.. ParameterCatalog.Names, AxisNames.Content, AxisNames.Style, .. _names.Keys, .. unread];
    }

    /// <summary>The condition of a mapping; null after a problem.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="path">Its place.</param>
    /// <param name="own">The parameters and names that it can't look at, since it is the condition of an axis of them.</param>
    public Condition? Read(ManifestNode node, string path, IReadOnlyCollection<string>? own = null)
    {
        var before = _problems.Count;
        if (node is not MappingNode mapping)
        {
            _problems.AddWrongKind(node, path, "parameters with what they may be, e.g. {init: noise, styleWeight: '> 1e3'}; also content, style, experiment and axes of several parameters, by name");
            return null;
        }

        var keys = new KeyedNode(mapping, path, _keys, _problems);
        if (mapping.Entries.Count == 0)
            _problems.Add(node, path, "the condition is empty; name a parameter and what it may be, e.g. {init: noise}");

        var terms = new List<ConditionTerm>();
        foreach (var (key, value) in keys.Entries)
        {
            var place = keys.At(key.Value);
            if (own?.Contains(key.Value) == true)
                _problems.Add(key, place, $"'{key.Value}' is varied by the axis itself, so that it can't be the axis's condition");
            ConditionTerm? term = ParameterCatalog.Find(key.Value) is { } definition ? ReadParameter(definition, value, place) : ReadNames(key.Value, value, place);
            if (term is not null)
                terms.Add(term);
        }

        return _problems.Count == before ? new Condition(terms) { Path = path, Line = node.Line, Column = node.Column } : null;
    }

    private ParameterTerm? ReadParameter(ParameterDefinition definition, ManifestNode node, string path)
    {
        var before = _problems.Count;
        List<ParameterTest?> tests = node switch
        {
            SequenceNode list => [.. list.Items.TakeWhile(_ => !_problems.IsFull).Select((item, index) => ParameterTestReader.Read(definition, item, $"{path}[{index}]", _problems))],
            // The commas of other texts are their own.
            ScalarNode { IsEmpty: false } scalar when definition is NumericParameter || IsChoice(definition) =>
                [.. scalar.Text.Split(',').Select(part => ParameterTestReader.Read(definition, part, path, _problems))],
            ScalarNode { IsEmpty: false } or MappingNode => [ParameterTestReader.Read(definition, node, path, _problems)],
            _ => [],
        };
        if (tests.Count == 0 && _problems.Count == before)
            _problems.AddWrongKind(node, path, ParameterTestReader.Allowed(definition));
        return _problems.Count == before ? new ParameterTerm(definition, [.. tests.OfType<ParameterTest>()]) : null;
    }

    private NameTerm? ReadNames(string key, ManifestNode node, string path)
    {
        var before = _problems.Count;
        var patterns = new List<string>();
        foreach (var (item, place) in _problems.ExpectScalars(node, path, "a name, or a list of names; * and ? stand for letters"))
        {
            var pattern = item.Value.Trim();
            if (_names.TryGetValue(key, out var names) && !names.Any(name => name == pattern || Glob.Matches(pattern, name)))
            {
                var of = key == AxisNames.Experiment ? "an experiment" : $"a point of {key}";
                var there = names.Count > 0 ? $"there are: {Shown.List([.. names])}" : "there are no names";
                _problems.Add(item, place, $"'{Shown.Text(pattern)}' is no name of {of}{Suggestion.For(pattern, names)}; {there}");
            }

            patterns.Add(pattern);
        }

        if (patterns.Count == 0 && _problems.Count == before)
            _problems.Add(node, path, "the list is empty; at least one name is needed");
        return _problems.Count == before ? new NameTerm(key, patterns) : null;
    }

    private static bool IsChoice(ParameterDefinition definition) => definition is not (LayerSetParameter or TextParameter);
}
