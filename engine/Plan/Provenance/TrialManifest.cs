using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Provenance;

/// <summary>Writes the manifest of a sweep of a single trial: with the same images and weights it gives that trial again.</summary>
public static class TrialManifest
{
    /// <summary>The manifest as JSON, every parameter in it; the sweep is named after the trial.</summary>
    public static string Of(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var document = new JsonObject
        {
            ["name"] = NameOf(trial),
            ["resolved"] = true,
        };
        // What stands in for an image that the mode doesn't read was perhaps never asked for.
        if (trial.Parameters.ReadsContent)
            document[AxisNames.Content] = new JsonArray(trial.Content.Name);
        if (trial.Parameters.ReadsStyle)
            document[AxisNames.Style] = new JsonArray([.. trial.Styles.Select(style => (JsonNode?)style.Name)]);
        document["parameters"] = new JsonObject(ParameterCatalog.All.Select(definition =>
            KeyValuePair.Create(definition.Name, (JsonNode?)definition.ToJson(definition.ValueOf(trial.Parameters)))));
        document["snapshots"] = SnapshotsReader.Format(trial.Snapshots);
        return document.ToJsonString(PlanJson.Readable) + "\n";
    }

    /// <summary>The sweep's name.</summary>
    public static string NameOf(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return $"trial-{trial.Id}";
    }
}
