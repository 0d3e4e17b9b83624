using System.Globalization;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Axes.Sampling;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>
/// Reads an axis of several parameters: values side by side, <c>{styleWeight: [1, 10], init: [content, noise]}</c>, with names for
/// them if <c>name: [soft, wild]</c>; a list of points, <c>[{name: soft, styleWeight: 1, init: content}, ...]</c>; or points drawn at
/// random, <c>{random: 20, styleWeight: 1..1e4 log, init: [content, noise]}</c>.
/// </summary>
internal static class CompositeAxisReader
{
    private const string NameKey = "name";
    private const string RandomKey = "random";
    private const int LongestName = 60;
    private static readonly string AllowedNames = $"text of 1 to {LongestName} letters";
    private static readonly string[] KeysOfColumns = [NameKey, RandomKey, .. ParameterCatalog.Names];
    private static readonly string[] KeysOfPoint = [NameKey, .. ParameterCatalog.Names];

    /// <summary>The parameters, and the points; no points after a problem.</summary>
    public static (List<CompositeParameter> Parameters, List<AxisPoint> Points) Read(ManifestNode node, string path, ProblemList problems)
    {
        var before = problems.Count;
        var (parameters, points) = node switch
        {
            MappingNode mapping => ReadColumns(new KeyedNode(mapping, path, KeysOfColumns, problems), node, problems),
            SequenceNode { Items: [_, ..] } list => ReadPoints(list, path, problems),
            _ => ([], []),
        };
        if (problems.Count == before && points.Count == 0)
            problems.AddWrongKind(node, path, "parameters with a list of values each, or a list of {name, parameters with their values}");
        if (problems.Count == before)
            ReportTwice(parameters, points, path, problems);
        return (parameters, problems.Count == before ? points : []);
    }

    private static (List<CompositeParameter> Parameters, List<AxisPoint> Points) ReadColumns(KeyedNode keys, ManifestNode node, ProblemList problems)
    {
        var before = problems.Count;
        var parameters = CompositeParameter.Among(keys);
        if (parameters.Count == 0)
        {
            problems.Add(node, keys.Path, "no parameter is named here; name those that vary together, each with its values");
            return ([], []);
        }

        if (keys[RandomKey] is { } random)
            return (parameters, Draw(keys, parameters, random, problems));

        List<IReadOnlyList<AxisValue>> columns =
        [
            .. parameters.Select(parameter => AxisReader.Read(parameter.Definition, parameter.Value, parameter.Path, problems, distinct: false) ?? []),
        ];
        var names = ReadNames(keys, problems);
        if (problems.Count > before || !AreEquallyMany(parameters, columns, names, keys.Path, problems))
            return (parameters, []);

        return (parameters, [.. Enumerable.Range(0, columns[0].Count).Select(index => Point(
            names?[index], parameters.Zip(columns, (parameter, values) => (parameter with { Value = values[index].Place }, values[index].Value))))]);
    }

    private static List<AxisPoint> Draw(KeyedNode keys, List<CompositeParameter> parameters, ManifestNode random, ProblemList problems)
    {
        if (keys[NameKey] is { } name)
            problems.Add(name, keys.At(NameKey), "drawn points have no names; leave 'name' out");
        var draw = RandomDrawReader.Read(random, keys.At(RandomKey), problems);
        var distributions = parameters
            .Select(parameter => RandomAxis.ReadDistribution(parameter.Definition, parameter.Value, parameter.Path, problems)).ToList();
        if (draw is null || distributions.Contains(null))
            return [];
        if (draw.Points([.. distributions.OfType<Distribution>()], out var problem) is { } points)
            return [.. points.Select(values => Point(null, parameters.Zip(values)))];

        problems.Add(random, keys.At(RandomKey), problem!);
        return [];
    }

    private static List<string>? ReadNames(KeyedNode keys, ProblemList problems) => keys[NameKey] is { } node
        ? [.. problems.ExpectScalars(node, keys.At(NameKey), AllowedNames).Select(item => ReadName(item.Item, item.Path, problems) ?? string.Empty)]
        : null;

    private static bool AreEquallyMany(
        List<CompositeParameter> parameters, List<IReadOnlyList<AxisValue>> columns, List<string>? names, string path, ProblemList problems)
    {
        List<(string Name, int Count)> counts = [.. parameters.Zip(columns, (parameter, values) => (parameter.Definition.Name, values.Count))];
        if (names is not null)
            counts.Add((NameKey, names.Count));
        if (counts.TrueForAll(column => column.Count == counts[0].Count))
            return true;

        var seen = string.Join(", ", counts.Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Name} {column.Count}")));
        problems.Add(parameters[0].Key, path, $"the parameters of one axis need equally many values, as they vary together; here: {seen}");
        return false;
    }

    private static (List<CompositeParameter> Parameters, List<AxisPoint> Points) ReadPoints(SequenceNode list, string path, ProblemList problems)
    {
        var parameters = new List<CompositeParameter>();
        var points = new List<AxisPoint>();
        for (var index = 0; index < list.Items.Count && !problems.IsFull; index++)
        {
            var place = $"{path}[{index}]";
            if (list.Items[index] is MappingNode item && item.Entries.FirstOrDefault(entry => entry.Key.Value == "parameters") is ({ } nested, _))
            {
                problems.Add(nested, place, "the parameters of a point stand beside its name: {name: soft, styleWeight: 1}");
                continue;
            }

            var before = problems.Count;
            if (problems.ExpectKeys(list.Items[index], place, KeysOfPoint) is not { } keys)
                continue;

            var named = CompositeParameter.Among(keys);
            if (parameters.Count == 0)
                parameters = named;
            // A key that is unknown is probably the one that is missing.
            if (problems.Count == before)
                ReportOthers(parameters, named, list.Items[index], place, problems);
            var name = keys[NameKey] is { } nameNode && problems.ExpectScalar(nameNode, keys.At(NameKey), AllowedNames) is { } scalar
                ? ReadName(scalar, keys.At(NameKey), problems)
                : null;
            points.Add(Point(name, [.. named
                .Select(parameter => (parameter, Value: ParameterValueReader.Read(parameter.Definition, parameter.Value, parameter.Path, problems)))
                .Where(read => read.Value is not null)
                .Select(read => (read.parameter, read.Value!))]));
        }

        return (parameters, SeedDraws.Numbered(points));
    }

    /// <summary>Reports the parameters that one point sets and the first one doesn't, or the other way.</summary>
    private static void ReportOthers(
        List<CompositeParameter> first, List<CompositeParameter> here, ManifestNode node, string path, ProblemList problems)
    {
        var expected = first.Select(parameter => parameter.Definition).ToList();
        var needed = $"each point of an axis sets the same parameters{(expected.Count > 0 ? $": {string.Join(", ", expected)}" : string.Empty)}";
        foreach (var other in here.Where(parameter => !expected.Contains(parameter.Definition)))
            problems.Add(other.Key, other.Path, $"'{other.Definition}' is not set by the first point; {needed}");
        var missing = expected.Except(here.Select(parameter => parameter.Definition)).ToList();
        if (here.Count == 0)
            problems.Add(node, path, $"no parameter is set here; {needed}");
        else if (missing.Count > 0)
            problems.Add(node, path, $"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing; {needed}");
    }

    private static string? ReadName(ScalarNode node, string path, ProblemList problems)
    {
        var name = node.Value.Trim();
        if (name.Length is > 0 and <= LongestName && !name.Any(char.IsControl))
            return name;

        problems.Add(node, path, $"'{Shown.Text(node.Value)}' is no name; allowed: {AllowedNames}");
        return null;
    }

    private static AxisPoint Point(string? name, IEnumerable<(CompositeParameter Parameter, object Value)> values)
    {
        var sources = new Dictionary<ParameterDefinition, ParameterSource>();
        var changes = ParameterSet.Empty;
        foreach (var (parameter, value) in values)
        {
            changes = changes.With(parameter.Definition, value);
            sources[parameter.Definition] = new ParameterSource(parameter.Key, parameter.Value, parameter.Path);
        }

        return new AxisPoint(name, changes) { Sources = sources };
    }

    private static void ReportTwice(List<CompositeParameter> parameters, List<AxisPoint> points, string path, ProblemList problems)
    {
        var axis = new ManifestAxis(string.Empty, [.. parameters.Select(parameter => parameter.Definition)], points);
        Report(point => axis.LabelOf(point with { Name = null }), label => $"{Shown.Text(label, longest: 200)} is there twice; each point of an axis counts once");
        Report(point => point.Name, name => $"'{Shown.Text(name)}' is there twice; each point of an axis needs its own name");

        void Report(Func<AxisPoint, string?> key, Func<string, string> message)
        {
            foreach (var group in points.GroupBy(key).Where(group => group.Key is not null && group.Skip(1).Any()))
            {
                var place = group.ElementAt(1).Sources[parameters[0].Definition].Value;
                problems.Add(place, path, message(group.Key!));
            }
        }
    }
}
