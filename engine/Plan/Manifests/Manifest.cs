using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Manifests.Settings;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A manifest without problems, before its images are known.</summary>
public sealed record Manifest
{
    /// <summary>Name of the file or blob that it was read from, for messages.</summary>
    public required string Source { get; init; }

    /// <summary>The name that it gives itself; null when it gives none.</summary>
    public string? Name { get; init; }

    /// <summary>Content images; none only where every trial is of mode texture.</summary>
    public required IReadOnlyList<ImagePattern> Content { get; init; }

    /// <summary>Style images, an axis or a blend; none only where every trial is of mode reconstruction.</summary>
    public required IReadOnlyList<ImagePattern> Style { get; init; }

    /// <summary>Name of the preset that the base begins from.</summary>
    public required string Preset { get; init; }

    /// <summary>The preset, with the manifest's own parameters over it. Parameters with a dependent default may be open.</summary>
    public required ParameterSet Base { get; init; }

    /// <summary>Varied parameters, in the manifest's order.</summary>
    public IReadOnlyList<ManifestAxis> Axes { get; init; } = [];

    /// <summary>Named changes to the base; when there are any they are the axis <c>experiment</c>.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>The combinations that are not run.</summary>
    public IReadOnlyList<Condition> Skip { get; init; } = [];

    /// <summary>How the axes are to lie on the sheet; null when it is left to the planner. Axes may be missing from it.</summary>
    public GridAxes? Grid { get; init; }

    /// <summary>Intermediate images to keep.</summary>
    public SnapshotPolicy Snapshots { get; init; } = SnapshotPolicy.None;

    /// <summary>How it searches; null where every setting runs at its full size. With a search, imageSize is that of its last rung.</summary>
    public SweepSearch? Search { get; init; }

    /// <summary>How much the sweep may ask for.</summary>
    public ManifestLimits Limits { get; init; } = new();

    /// <summary>The settings to which the axes apply: those of the experiments, or the base alone.</summary>
    public IEnumerable<ParameterSet> Settings => Experiments.Count == 0 ? [Base] : Experiments.Select(experiment => experiment.Setting);

    /// <summary>Whether some combinations of its axes may not be run.</summary>
    public bool HasConditions =>
        Skip.Count > 0 || Axes.Any(axis => axis.When is not null) || Experiments.Any(experiment => experiment.When is not null);

    /// <summary>
    /// Whether it is a sweep's resolved manifest, which states every parameter: those without use, which a preset may have set, are
    /// no mistakes in it.
    /// </summary>
    public bool IsResolved { get; init; }

    /// <summary>Whether all style images are blended in each trial, instead of being an axis.</summary>
    public bool Blends => SettingSpace.Of(this).Over([ParameterCatalog.Blend]).Any(setting => setting.Blend.Weights.Count > 0);

    /// <summary>Its text, to show where problems are; null where it has none.</summary>
    internal string? Text { get; init; }

    /// <summary>Where the base's parameters are set; those of the preset are missing.</summary>
    internal IReadOnlyDictionary<ParameterDefinition, ParameterSource> Sources { get; init; } = NamedParameters.None.Sources;

    /// <summary>Where what comes from no place of its own, such as a preset's value, is reported.</summary>
    internal ParameterPlace Origin { get; init; } = new(1, 1, string.Empty);

    /// <summary>Line and column where a problem with the number of trials is reported.</summary>
    public (int Line, int Column) LimitsPosition { get; init; } = (1, 1);

    /// <summary>Finds the images that the sweep needs.</summary>
    /// <param name="available">Names of all images that there are.</param>
    /// <param name="container">Where they are, for messages.</param>
    /// <exception cref="ManifestException">An image is not there, or a glob matches none.</exception>
    public MatchedImages MatchImages(IEnumerable<string> available, string container = "input/") =>
        MatchImages(new AvailableImages(available, container));

    /// <summary>Finds the images that the sweep needs.</summary>
    /// <param name="available">All images that there are.</param>
    /// <exception cref="ManifestException">An image is not there or can't be used, or a glob matches none.</exception>
    public MatchedImages MatchImages(AvailableImages available) => ImageMatcher.Match(this, available);

    /// <summary>The networks that some trial of the sweep uses.</summary>
    /// <param name="defaultNetwork">The network where none is named.</param>
    public IReadOnlyList<NetworkName> Networks(NetworkName defaultNetwork)
    {
        var axis = Axes.FirstOrDefault(axis => axis.Parameters.Contains(ParameterCatalog.Network));
        if (axis is not null)
            return [.. axis.ValuesOf(ParameterCatalog.Network).Cast<NetworkName>().Distinct()];

        return [.. Settings.Select(NetworkOf).Distinct()];

        NetworkName NetworkOf(ParameterSet set) =>
            set.TryGet(ParameterCatalog.Network, out var network) ? (NetworkName)network : defaultNetwork;
    }
}
