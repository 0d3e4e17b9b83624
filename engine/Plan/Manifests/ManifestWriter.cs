using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Manifests;

/// <summary>
/// Writes the resolved manifest, <c>results/{sweep}/sweep.json</c>: images by name, every parameter of the base, axes as lists,
/// the grid as it was laid. It is a manifest itself, and gives the same trials again whatever becomes of presets and defaults.
/// </summary>
public static class ManifestWriter
{
    /// <summary>The resolved manifest as JSON.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="inputs">What it was planned with.</param>
    /// <param name="plan">Its plan.</param>
    public static string Write(Manifest manifest, SweepInputs inputs, SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(plan);
        var document = new JsonObject
        {
            ["name"] = plan.Sweep,
            ["resolved"] = true,
            ["content"] = Array(inputs.Images.Content),
            ["style"] = Array(inputs.Images.Style),
            ["parameters"] = Parameters(ResolvedBase(manifest, inputs, plan)),
            ["axes"] = new JsonObject(manifest.Axes.Select(axis => KeyValuePair.Create(
                axis.Parameter.Name, (JsonNode?)new JsonArray([.. axis.Values.Select(axis.Parameter.ToJson)])))),
            ["grid"] = new JsonObject
            {
                ["rows"] = Array(plan.Grid.Rows),
                ["columns"] = Array(plan.Grid.Columns),
                ["pages"] = Array(plan.Grid.Pages),
            },
            ["experiments"] = new JsonArray([.. manifest.Experiments.Select(experiment => new JsonObject
            {
                ["name"] = experiment.Name,
                ["parameters"] = Parameters(experiment.Changes),
            })]),
            ["snapshots"] = SnapshotsReader.Format(manifest.Snapshots),
            ["limits"] = Limits(manifest.Limits),
        };
        // What has no content image, or no style image, can't name an empty list of them.
        foreach (var key in (string[])[AxisNames.Content, AxisNames.Style])
        {
            if (document[key]!.AsArray().Count == 0)
                document.Remove(key);
        }

        return document.ToJsonString(PlanJson.Readable) + "\n";
    }

    /// <summary>
    /// The base with values for what was left open. Only what differs among the trials, because it follows an axis (Adam's
    /// learning rate is not L-BFGS's), must stay open.
    /// </summary>
    private static ParameterSet ResolvedBase(Manifest manifest, SweepInputs inputs, SweepPlan plan)
    {
        var varied = manifest.Axes.Select(axis => axis.Parameter).ToHashSet();
        var resolved = ParameterSet.Empty;
        foreach (var definition in ParameterCatalog.All.Where(definition => !varied.Contains(definition)))
        {
            var executed = plan.Trials.Select(trial => definition.ValueOf(trial.Parameters)).Distinct().ToList();
            if (manifest.Base.TryGet(definition, out var value))
                resolved = resolved.With(definition, value);
            else if (definition == ParameterCatalog.Network)
                resolved = resolved.With(definition, inputs.DefaultNetwork);
            else if (executed.Count == 1)
                resolved = resolved.With(definition, executed[0]);
        }

        return resolved;
    }

    private static JsonObject Limits(ManifestLimits limits)
    {
        var written = new JsonObject
        {
            ["maxTrials"] = limits.MaxTrials,
            ["maxMinutes"] = limits.MaxMinutes,
            ["over"] = EnumNames.Of(limits.Over),
        };
        if (limits.MaxCost is { } cost)
            written["maxCost"] = cost;
        return written;
    }

    private static JsonObject Parameters(ParameterSet set) => new(set.Defined.Select(definition => KeyValuePair.Create(
        definition.Name, set.TryGet(definition, out var value) ? definition.ToJson(value) : null)));

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
