using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>experiments</c>: a list of names with changes to the base.</summary>
internal sealed class ExperimentsReader
{
    private const int LongestName = 60;

    /// <summary>What a preset changes is much; a label says so many of its values.</summary>
    private const int MostShownOfPreset = 5;

    private static readonly string[] Keys = ["name", "preset", "content", "style", "parameters", "label", "when"];
    private static readonly string AllowedNames = $"text of 1 to {LongestName} letters";

    private readonly ParameterSet _base;
    private readonly ParameterSet _manifestsOwn;
    private readonly IReadOnlyCollection<ParameterDefinition> _axes;
    private readonly ProblemList _problems;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Experiment> _experiments = [];
    private readonly List<ParameterDefinition> _unread = [];
    private readonly List<(string, ManifestNode, string)> _conditions = [];

    private ExperimentsReader(
        ParameterSet settingOfBase, ParameterSet manifestsOwn, IReadOnlyCollection<ParameterDefinition> axes, ProblemList problems)
    {
        _base = settingOfBase;
        _manifestsOwn = manifestsOwn;
        _axes = axes;
        _problems = problems;
    }

    /// <summary>The experiments; those with problems are missing.</summary>
    /// <param name="node">The list.</param>
    /// <param name="settingOfBase">The base.</param>
    /// <param name="manifestsOwn">The parameters that the manifest sets for all, over any preset.</param>
    /// <param name="axes">Parameters that are axes: an experiment may not set them.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static DeclaredExperiments Read(
        ManifestNode node,
        ParameterSet settingOfBase,
        ParameterSet manifestsOwn,
        IReadOnlyCollection<ParameterDefinition> axes,
        ProblemList problems)
    {
        if (node is not SequenceNode list)
        {
            problems.AddWrongKind(node, "experiments", "a list of {name, parameters}");
            return DeclaredExperiments.None;
        }

        var reader = new ExperimentsReader(settingOfBase, manifestsOwn, axes, problems);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var path = $"experiments[{index}]";
            if (problems.ExpectKeys(list.Items[index], path, Keys) is { } keys)
                reader.Read(keys, list.Items[index]);
        }

        return new DeclaredExperiments(reader._experiments, reader._unread, reader._conditions);
    }

    private void Read(KeyedNode keys, ManifestNode node)
    {
        var changes = keys["parameters"] is { } parameters
            ? ParametersReader.Read(parameters, keys.At("parameters"), _problems)
            : NamedParameters.None;
        foreach (var (definition, source) in changes.Sources.Where(entry => _axes.Contains(entry.Key)))
            _problems.Add(source.Key, source.Path, $"'{definition}' is an axis already; an experiment can't set it too");
        _unread.AddRange(changes.Unread);

        var preset = keys["preset"] is { } presetNode ? PresetReader.Read(presetNode, keys.At("preset"), _problems) : null;
        var setting = (preset is null ? _base : preset.Parameters.With(_manifestsOwn)).With(changes.Values);
        var (content, style) = (ReadImage(keys, "content"), ReadImage(keys, "style"));
        var (shown, showsPart) = Label(keys, changes.Values, setting);
        if (ReadName(keys, node) is not { } name)
            return;

        if (keys["when"] is { } when)
            _conditions.Add((name, when, keys.At("when")));
        _experiments.Add(new Experiment(name, changes.Values)
        {
            Setting = setting,
            Preset = preset?.Name,
            Content = content,
            Style = style,
            Shown = shown,
            ShowsPart = showsPart,
            Sources = changes.Sources,
        });
    }

    private string? ReadName(KeyedNode keys, ManifestNode node)
    {
        if (keys["name"] is not { } nameNode)
            _problems.Add(node, keys.At("name"), $"'name' is missing; allowed: {AllowedNames}");
        else if (_problems.ExpectScalar(nameNode, keys.At("name"), AllowedNames) is not { } name)
            return null;
        else if (name.Value.Trim().Length is 0 or > LongestName || name.Value.Any(char.IsControl))
            _problems.Add(name, keys.At("name"), $"'{Shown.Text(name.Value)}' is no name; allowed: {AllowedNames}");
        else if (!_names.Add(name.Value.Trim()))
            _problems.Add(name, keys.At("name"), $"'{Shown.Text(name.Value)}' is there twice; each experiment needs its own name");
        else
            return name.Value.Trim();

        return null;
    }

    private ImagePattern? ReadImage(KeyedNode keys, string key)
    {
        if (keys[key] is not { } node || _problems.ExpectScalar(node, keys.At(key), "the name of one image") is not { } name)
            return null;
        if (ImageName.Fault(name.Value) is not { } fault)
            return new ImagePattern(name.Value, keys.At(key), name.Line, name.Column);

        _problems.Add(name, keys.At(key), $"'{Shown.Text(name.Value)}' {fault}");
        return null;
    }

    /// <summary>The parameters that the label says, and whether there are changes beside them.</summary>
    private (IReadOnlyList<ParameterDefinition> Shown, bool ShowsPart) Label(KeyedNode keys, ParameterSet own, ParameterSet setting)
    {
        var changed = ParameterCatalog.All
            .Where(definition => own.Has(definition) || (!_axes.Contains(definition) && !setting.Agrees(_base, definition))).ToList();
        List<ParameterDefinition> shown;
        if (keys["label"] is { } label)
        {
            shown = ReadLabel(label, keys.At("label"), setting);
        }
        else
        {
            var ofPreset = changed.Where(definition => !own.Has(definition) && setting.Has(definition))
                .Take(Math.Max(0, MostShownOfPreset - own.Defined.Count()));
            shown = [.. ParameterCatalog.All.Where(own.Defined.Concat(ofPreset).Contains)];
        }

        return (shown, changed.Except(shown).Any());
    }

    private List<ParameterDefinition> ReadLabel(ManifestNode node, string path, ParameterSet setting)
    {
        var shown = new List<ParameterDefinition>();
        if (node is SequenceNode { Items.Count: 0 })
            _problems.Add(node, path, "the list is empty; a label says at least one parameter, since a name alone is not what was executed");
        foreach (var (item, place) in _problems.ExpectScalars(node, path, "parameters that the label says"))
        {
            foreach (var name in item.Text.Split(','))
            {
                var definition = ParameterCatalog.Find(name.Value);
                if (definition is null)
                    _problems.Add(name, place, new ValueProblem(0, $"'{Shown.Text(name.Value)}' is no parameter{Suggestion.For(name.Value, ParameterCatalog.Names)}"));
                else if (_axes.Contains(definition))
                    _problems.Add(name, place, new ValueProblem(0, $"'{definition}' is an axis, which has labels of its own"));
                else if (!setting.Has(definition))
                    _problems.Add(name, place, new ValueProblem(0, $"'{definition}' is left open, so that a label can't say it; give it a value"));
                else if (shown.Contains(definition))
                    _problems.Add(name, place, new ValueProblem(0, $"'{definition}' is there twice"));
                else
                    shown.Add(definition);
            }
        }

        return shown;
    }
}
