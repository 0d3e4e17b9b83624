using System.Text;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Text;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads manifests, YAML or JSON; strict, and reports all problems at once.</summary>
public static class ManifestParser
{
    /// <summary>Bytes that a manifest may have.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Trials that a manifest may allow itself at most, as <c>limits.maxTrials</c>.</summary>
    public const int MostTrials = LimitsReader.MostTrials;

    /// <summary>The keys of a manifest.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [
        "name", "resolved", "content", "style", "blend", "masks", "preset", "parameters", "axes", "skip", "grid", "experiments", "seed",
        "snapshots", "search", "limits",
    ];

    /// <summary>Reads a manifest from the bytes of its file.</summary>
    /// <param name="utf8">The bytes, UTF-8 with or without byte order mark.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="images">The images that there are, where they are known: those that are missing are problems like any other.</param>
    /// <exception cref="ManifestException">The manifest has problems.</exception>
    public static Manifest Parse(ReadOnlySpan<byte> utf8, string source, AvailableImages? images = null)
    {
        if (utf8.Length > MaxBytes)
            throw TooLarge(source, utf8.Length);

        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8), source, images);
        }
        catch (DecoderFallbackException exception)
        {
            throw Single(source, $"byte {exception.Index} is not UTF-8; save the manifest as UTF-8");
        }
    }

    /// <summary>Reads a manifest from its text.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="images">The images that there are, where they are known.</param>
    /// <exception cref="ManifestException">The manifest has problems.</exception>
    public static Manifest Parse(string text, string source, AvailableImages? images = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(source);
        if (text.Length > MaxBytes)
            throw TooLarge(source, text.Length);

        text = text.TrimStart('\uFEFF');
        var problems = new ProblemList();
        var node = DocumentReader.Read(text, problems);
        var manifest = node is MappingNode mapping ? Read(mapping, text, source, images is not null, problems) : null;
        if (node is not null and not MappingNode)
            problems.AddWrongKind(node, string.Empty, $"keys with values: {string.Join(", ", Keys)}");
        if (manifest is not null && images is not null)
            ImageMatcher.Match(manifest, images, problems);
        problems.ThrowIfAny(source, text);
        return manifest!;
    }

    private static Manifest Read(MappingNode node, string text, string source, bool withImages, ProblemList problems)
    {
        var root = new KeyedNode(node, string.Empty, Keys, problems);
        var preset = root["preset"] is { } presetNode ? PresetReader.Read(presetNode, "preset", problems) : null;
        preset ??= PresetCatalog.Find(PresetCatalog.DefaultName)!;
        var parameters = root["parameters"] is { } parametersNode
            ? ParametersReader.Read(parametersNode, "parameters", problems)
            : NamedParameters.None;
        parameters = ShorthandsReader.Read(root, parameters, problems);

        var search = root["search"] is { } searchNode ? SearchReader.Read(searchNode, problems) : null;
        // The rungs say the size, whatever a preset says; what the manifest itself says is held against them below.
        if (search is not null)
            parameters = parameters with { Values = parameters.Values.With(ParameterCatalog.ImageSize, (long)search.Rungs[^1]) };

        var axes = root["axes"] is { } axesNode ? AxesReader.Read(axesNode, parameters.Sources, problems) : DeclaredAxes.None;
        var settingOfBase = preset.Parameters.With(parameters.Values);
        var experiments = root["experiments"] is { } list
            ? ExperimentsReader.Read(list, settingOfBase, parameters.Values, axes.Parameters, problems)
            : DeclaredExperiments.None;
        List<ParameterDefinition> unread = [.. parameters.Unread, .. axes.Unread, .. experiments.Unread];
        var conditions = new ConditionReader(axes, experiments.Experiments, problems);
        var settings = new Manifest
        {
            Source = source,
            Text = text,
            Content = [],
            Style = [],
            Preset = preset.Name,
            Base = settingOfBase,
            Axes = [.. axes.Axes.Select(axis => axis with { When = WhenOf(axis, axes, conditions) })],
            Experiments = [.. experiments.Experiments.Select(experiment => experiment with { When = WhenOf(experiment, experiments, conditions) })],
            Skip = root["skip"] is { } skip ? SkipReader.Read(skip, conditions, problems) : [],
            Sources = parameters.Sources,
            Origin = PlaceOf(root),
        };
        var space = SettingSpace.Of(settings, unread);
        var modes = space.Knows([ParameterCatalog.Mode])
            ? space.Over([ParameterCatalog.Mode]).Select(setting => setting.Mode).Distinct().ToList()
            : [];
        var manifest = settings with
        {
            Name = ReadName(root, problems),
            IsResolved = root["resolved"] is { } resolved && ReadResolved(resolved, problems),
            Content = ImagesReader.Read(root, node, AxisNames.Content, Dispensable(TrialMode.Texture, experiment => experiment.Content), problems),
            Style = ImagesReader.Read(root, node, AxisNames.Style, Dispensable(TrialMode.Reconstruction, experiment => experiment.Style), problems),
            Grid = root["grid"] is { } grid ? GridReader.Read(grid, GridNames(axes, root["experiments"]), problems) : null,
            Snapshots = root["snapshots"] is { } snapshots ? SnapshotsReader.Read(snapshots, problems) : SnapshotPolicy.None,
            Search = search,
            Limits = root["limits"] is { } limits ? LimitsReader.Read(limits, problems) : new ManifestLimits(),
            LimitsPosition = Position(root["limits"] ?? root["axes"] ?? node),
        };

        if (search is not null)
            SearchChecks.Report(manifest, space, (root["search"]!, root["limits"]), problems);
        var weights = parameters.Sources.GetValueOrDefault(ParameterCatalog.StyleWeight)
            ?? parameters.Sources.GetValueOrDefault(ParameterCatalog.ContentWeight);
        ManifestChecks.Report(
            manifest, space, (weights?.Key ?? root["axes"] ?? root["parameters"] ?? node, root["snapshots"]), problems);
        var styles = root[AxisNames.Style] is SequenceNode several ? several.Items.Count : 1;
        if (!withImages && manifest.Style.Count == styles && !manifest.Style.Any(style => style.IsGlob))
            BlendChecks.Report(space, manifest.Style.Count, problems);
        return manifest;

        // Of a mode that couldn't be read nothing can be said.
        (TrialMode, bool) Dispensable(TrialMode mode, Func<Experiment, ImagePattern?> image) => (
            mode, modes.TrueForAll(other => other == mode) || (settings.Experiments.Count > 0 && settings.Experiments.All(experiment => image(experiment) is not null)));
    }

    private static string? ReadName(KeyedNode root, ProblemList problems)
    {
        if (root["name"] is not { } node || problems.ExpectScalar(node, "name", SweepName.Allowed) is not { } name)
            return null;
        if (SweepName.IsValid(name.Value))
            return name.Value;

        problems.Add(name, "name", $"'{Shown.Text(name.Value)}' is no name of a sweep; allowed: {SweepName.Allowed}");
        return null;
    }

    private static Condition? WhenOf(ManifestAxis axis, DeclaredAxes axes, ConditionReader conditions) =>
        axes.Conditions.FirstOrDefault(condition => condition.Axis == axis.Name) is (_, { } node, { } path)
            ? conditions.Read(node, path, [axis.Name, .. axis.Parameters.Select(parameter => parameter.Name)])
            : null;

    private static Condition? WhenOf(Experiment experiment, DeclaredExperiments experiments, ConditionReader conditions) =>
        experiments.Conditions.FirstOrDefault(condition => condition.Experiment == experiment.Name) is (_, { } node, { } path)
            ? conditions.Read(node, path, [AxisNames.Experiment, .. experiment.Own.Defined.Select(parameter => parameter.Name)])
            : null;

    private static bool ReadResolved(ManifestNode node, ProblemList problems)
    {
        const string Allowed = "true, in a manifest that a sweep wrote of itself";
        if (problems.ExpectScalar(node, "resolved", Allowed) is not { } scalar)
            return false;
        if (scalar.Value is "true")
            return true;

        problems.Add(scalar, "resolved", $"'{Shown.Text(scalar.Value)}' is not allowed; allowed: {Allowed}");
        return false;
    }

    private static ParameterPlace PlaceOf(KeyedNode root)
    {
        foreach (var key in (string[])["preset", "parameters", "axes"])
        {
            if (root[key] is { } node)
                return new ParameterPlace(node.Line, node.Column, key);
        }

        return new ParameterPlace(1, 1, string.Empty);
    }

    private static IReadOnlyList<string> GridNames(DeclaredAxes axes, ManifestNode? experiments) =>
    [
        .. axes.Names,
        AxisNames.Content,
        AxisNames.Style,
        .. experiments is SequenceNode { Items.Count: > 0 } ? (string[])[AxisNames.Experiment] : [],
    ];

    private static (int Line, int Column) Position(ManifestNode node) => (node.Line, node.Column);

    private static ManifestException TooLarge(string source, int length) =>
        Single(source, $"the manifest has {length} bytes; at most {MaxBytes} are allowed");

    private static ManifestException Single(string source, string message) =>
        new(source, [new ManifestProblem(1, 1, string.Empty, message)]);
}
