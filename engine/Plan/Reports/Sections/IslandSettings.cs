using System.Text.Json.Nodes;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>
/// What a manifest has to say to give a trial again: its images by name, its snapshots, every parameter as planned. Values that all
/// trials have are said once.
/// </summary>
internal sealed class IslandSettings
{
    private readonly List<ParameterDefinition> _differing;

    /// <summary>The settings of some trials.</summary>
    public IslandSettings(IReadOnlyList<ReportTrial> trials)
    {
        var common = ParameterCatalog.All
            .Where(parameter => trials.Select(trial => parameter.ValueOf(trial.Trial.Parameters)).Distinct().Count() == 1)
            .ToList();
        _differing = [.. ParameterCatalog.All.Except(common)];
        Common = Parameters(common, trials[0].Trial);
    }

    /// <summary>The parameters that all trials have in common.</summary>
    public JsonObject Common { get; }

    /// <summary>What a trial says beside them.</summary>
    public JsonObject Of(ReportTrial trial)
    {
        var planned = trial.Trial;
        return new JsonObject
        {
            ["content"] = Names(planned.Parameters.ReadsContent ? [planned.Content] : []),
            ["style"] = Names(planned.Parameters.ReadsStyle ? planned.Styles : []),
            ["snapshots"] = SnapshotsReader.Format(planned.Snapshots),
            ["parameters"] = Parameters(_differing, planned),
        };
    }

    private static JsonArray Names(IEnumerable<ImageReference> images) => new([.. images.Select(image => JsonValue.Create(image.Name))]);

    private static JsonObject Parameters(IEnumerable<ParameterDefinition> definitions, Trial trial) => new(definitions.Select(definition =>
        KeyValuePair.Create(definition.Name, (JsonNode?)definition.ToJson(definition.ValueOf(trial.Parameters)))));
}
