using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Plan.Manifests;

/// <summary>The JSON Schema of manifests, made from the parameter catalog, so that editors complete and check them.</summary>
public static class ManifestSchema
{
    /// <summary>The schema's text, draft 2020-12.</summary>
    public static string Text() => Build().ToJsonString(PlanJson.Readable) + "\n";

    private static JsonObject Build() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "NeuralStyle sweep manifest",
        ["type"] = "object",
        ["additionalProperties"] = false,
        // The parser knows when one of them is enough: in modes texture and reconstruction.
        ["anyOf"] = new JsonArray(Required("content"), Required("style")),
        ["properties"] = new JsonObject
        {
            ["name"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$",
                ["minLength"] = 3,
                ["maxLength"] = 63,
                ["description"] = "Name of the sweep; without it, the file's.",
            },
            ["resolved"] = new JsonObject
            {
                ["const"] = true,
                ["description"] = "Marks the manifest that a sweep writes of itself: it states every parameter, also those without use.",
            },
            ["content"] = TextOrList("Names or globs of content images under input/; several are an axis. Mode texture needs none."),
            ["style"] = TextOrList(
                "Names or globs of style images under input/; several are an axis, unless blend says their shares. Mode reconstruction needs none."),
            ["blend"] = Described(ParameterCatalog.Blend),
            ["masks"] = Object(
                "Masks, white for yes: names of images under input/.",
                ShorthandsReader.Masks.Select(mask => (mask.Name, Described(mask.Parameter)))),
            ["preset"] = new JsonObject
            {
                ["enum"] = Strings(PresetCatalog.Names),
                ["default"] = PresetCatalog.DefaultName,
                ["description"] = string.Join(" ", PresetCatalog.All.Select(preset => $"{preset.Name}: {preset.Description}")),
            },
            ["parameters"] = Parameters(),
            ["axes"] = Axes(),
            ["skip"] = Skip(),
            ["grid"] = Object(
                "How the axes lie on the sheet.",
                [
                    ("rows", TextOrList("Axes down the page.")),
                    ("columns", TextOrList("Axes across the page.")),
                    ("pages", TextOrList("Axes over pages.")),
                ]),
            ["experiments"] = Experiments(),
            ["seed"] = Described(ParameterCatalog.Seed),
            ["snapshots"] = Snapshots(),
            ["search"] = Search(),
            ["limits"] = Limits(),
        },
        ["$defs"] = AxisSchema.Definitions(),
    };

    private static JsonObject Snapshots()
    {
        const string Term = "(first [0-9]+|every [0-9]+|at( [0-9]+)+|log [0-9]+|[0-9]+|best|last)";
        var terms = $"^{Term}(, *{Term})*$";
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["pattern"] = $"^none$|{terms}" },
                new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
                new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = 1,
                    ["items"] = new JsonObject
                    {
                        ["anyOf"] = new JsonArray(
                            new JsonObject { ["type"] = "string", ["pattern"] = terms },
                            new JsonObject { ["type"] = "integer", ["minimum"] = 1 }),
                    },
                }),
            ["description"] = "Intermediate images to keep, e.g. first 10, every 10, at 3 33 100, log 12, best, last.",
        };
    }

    private static JsonObject Parameters() => Object(
        "Values of parameters, over the preset's.", ParameterCatalog.All.Select(definition => (definition.Name, Described(definition))));

    private static JsonObject Axes()
    {
        var axes = Object(
            "Parameters that the sweep varies, and names of your own for several that vary together.",
            ParameterCatalog.All.Select(definition => (definition.Name, AxisSchema.Of(definition))));
        axes["additionalProperties"] = AxisSchema.Composite();
        return axes;
    }

    private static JsonObject Skip() => new()
    {
        ["anyOf"] = new JsonArray(Rule(), new JsonObject { ["type"] = "array", ["items"] = Rule() }),
        ["description"] = "Combinations that are not run: those of which one of the conditions holds.",
    };

    private static JsonObject Rule() => new()
    {
        ["anyOf"] = new JsonArray(
            AxisSchema.Condition("What holds of them."),
            Object("What holds of them.", [("when", AxisSchema.Condition("What holds of them."))])),
    };

    private static JsonObject Experiments() => new()
    {
        ["type"] = "array",
        ["items"] = Object(
            "Named changes to the base.",
            [
                ("name", new JsonObject { ["type"] = "string" }),
                ("preset", new JsonObject { ["enum"] = Strings(PresetCatalog.Names), ["description"] = "The preset that it begins from; the manifest's, where it is left out." }),
                ("content", new JsonObject { ["type"] = "string", ["description"] = "Its content image." }),
                ("style", new JsonObject { ["type"] = "string", ["description"] = "Its style image." }),
                ("parameters", AxisSchema.Refer("#/properties/parameters")),
                ("label", TextOrList("The parameters that its label says; all that it sets, where it is left out.")),
                ("when", AxisSchema.Condition("Where it is run.")),
            ]),
        ["description"] = "An axis of named changes to the base.",
    };

    private static JsonObject Described(ParameterDefinition definition)
    {
        var schema = definition.Schema();
        schema["description"] = definition.Unit.Length > 0 ? $"{definition.Description}, {definition.Unit}." : $"{definition.Description}.";
        return schema;
    }

    private static JsonObject Search()
    {
        var search = Object(
            "Successive halving: all settings run at the first size; the best of them go up to the next, and start there from their enlarged result.",
            [
                ("method", new JsonObject { ["enum"] = Strings(EnumNames.All<SearchMethod>()) }),
                ("rungs", new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = SearchReader.FewestRungs,
                    ["maxItems"] = SearchReader.MostRungs,
                    ["items"] = ParameterCatalog.ImageSize.Schema(),
                    ["description"] = "The imageSize of each rung, growing.",
                }),
                ("keep", new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 },
                        new JsonObject { ["type"] = "string", ["pattern"] = "^([0-9]{1,5} */ *[0-9]{1,5}|0?\\.[0-9]{1,4})$" }),
                    ["default"] = KeptShare.Third.ToString(),
                    ["description"] = $"The share of a rung that goes up, rounded up: {KeptShare.Allowed}.",
                }),
            ]);
        search["required"] = Strings(["method", "rungs"]);
        return search;
    }

    private static JsonObject Limits() => Object(
        "How much the sweep may ask for.",
        [
            ("maxTrials", new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = LimitsReader.MostTrials,
                ["default"] = new ManifestLimits().MaxTrials,
                ["description"] = "Combinations of all axes at most; with over: cut, trials at most.",
            }),
            ("maxMinutes", new JsonObject
            {
                ["type"] = "number",
                ["minimum"] = LimitsReader.FewestMinutes,
                ["maximum"] = LimitsReader.MostMinutes,
                ["default"] = new ManifestLimits().MaxMinutes,
                ["description"] = "Minutes that the sweep may be estimated at, and after which no further trial is begun.",
            }),
            ("maxCost", new JsonObject
            {
                ["type"] = "number",
                ["minimum"] = LimitsReader.LeastCost,
                ["maximum"] = LimitsReader.MostCost,
                ["description"] = "Money that the sweep may be estimated at, and after which no further trial is begun; needs a rate per hour.",
            }),
            ("over", new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. EnumNames.All<LimitExcess>().Select(name => JsonValue.Create(name))]),
                ["default"] = EnumNames.Of(LimitExcess.Refuse),
                ["description"] = "What happens to a sweep that is over a limit: it is refused before anything runs, or cut: "
                    + "trials are kept in planned order until the limit, the others are shown as not run.",
            }),
        ]);

    internal static JsonObject Object(string description, IEnumerable<(string Name, JsonObject Schema)> properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["description"] = description,
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema))),
    };

    private static JsonObject Required(string key) => new() { ["required"] = Strings([key]) };

    internal static JsonObject TextOrList(string description) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
        ["description"] = description,
    };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
