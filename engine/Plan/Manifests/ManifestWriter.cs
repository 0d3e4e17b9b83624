using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Manifests;

/// <summary>
/// Writes the resolved manifest, <c>results/{sweep}/sweep.json</c>: images by name, every parameter of the base, axes as lists, with
/// what was drawn at random, the grid as it was laid. It is a manifest itself, and gives the same trials again whatever becomes of
/// presets and defaults.
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
        manifest = SeedDraws.Of(manifest, plan.Sweep);
        var settings = ResolvedSettings.Of(manifest, inputs, plan);
        var document = new JsonObject
        {
            ["name"] = plan.Sweep,
            ["resolved"] = true,
            ["content"] = Array(inputs.Images.Content),
            ["style"] = Array(inputs.Images.Style),
            ["parameters"] = Parameters(settings.Base),
            ["axes"] = new JsonObject(manifest.Axes.Select(axis => KeyValuePair.Create(axis.Name, (JsonNode?)Axis(axis)))),
            ["skip"] = new JsonArray([.. manifest.Skip.Select(Condition)]),
            ["grid"] = new JsonObject
            {
                ["rows"] = Array(plan.Grid.Rows),
                ["columns"] = Array(plan.Grid.Columns),
                ["pages"] = Array(plan.Grid.Pages),
            },
            ["experiments"] = new JsonArray([.. manifest.Experiments.Zip(settings.Experiments, Experiment)]),
            ["snapshots"] = SnapshotsReader.Format(manifest.Snapshots),
            ["limits"] = Limits(manifest.Limits),
        };
        if (manifest.Search is { } search)
            document["search"] = Search(search);
        // What has no content image, or no style image, can't name an empty list of them.
        foreach (var key in (string[])[AxisNames.Content, AxisNames.Style])
        {
            if (document[key]!.AsArray().Count == 0)
                document.Remove(key);
        }

        return document.ToJsonString(PlanJson.Readable) + "\n";
    }

    private static JsonNode Axis(ManifestAxis axis)
    {
        var values = new JsonArray(axis.IsComposite
            ? [.. axis.Points.Select(point => Named(point.Name, Parameters(point.Changes, axis.Parameters)))]
            : [.. axis.ValuesOf(axis.Parameters[0]).Select(axis.Parameters[0].ToJson)]);
        return axis.When is null ? values : new JsonObject { ["values"] = values, ["when"] = Condition(axis.When) };
    }

    private static JsonObject Named(string? name, JsonObject values)
    {
        if (name is not null)
            values.Insert(0, "name", name);
        return values;
    }

    private static JsonObject Experiment(Experiment experiment, ParameterSet own)
    {
        var document = new JsonObject { ["name"] = experiment.Name };
        if (experiment.Content is { } content)
            document[AxisNames.Content] = content.Text;
        if (experiment.Style is { } style)
            document[AxisNames.Style] = style.Text;
        document["parameters"] = Parameters(own);
        if (experiment.Shown.Count > 0 && (experiment.ShowsPart || !own.Defined.SequenceEqual(experiment.Shown)))
            document["label"] = Array(experiment.Shown.Select(shown => shown.Name));
        if (experiment.When is not null)
            document["when"] = Condition(experiment.When);
        return document;
    }

    private static JsonObject Condition(Condition condition) => new(condition.Terms.Select(term => KeyValuePair.Create(
        term.Key, (JsonNode?)(term.Texts is [var single] ? JsonValue.Create(single) : Array(term.Texts)))));

    private static JsonObject Search(SweepSearch search) => new()
    {
        ["method"] = EnumNames.Of(search.Method),
        ["rungs"] = new JsonArray([.. search.Rungs.Select(rung => JsonValue.Create(rung))]),
        ["keep"] = search.Keep.ToString(),
    };

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

    private static JsonObject Parameters(ParameterSet set) => Parameters(set, set.Defined);

    private static JsonObject Parameters(ParameterSet set, IEnumerable<ParameterDefinition> definitions) => new(definitions.Select(definition => KeyValuePair.Create(
        definition.Name, set.TryGet(definition, out var value) ? definition.ToJson(value) : null)));

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
