using System.Text.Json.Nodes;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Axes.Sampling;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>JSON Schema of the axes and conditions of a manifest. What stands elsewhere in the schema it refers to: there is much of it.</summary>
internal static class AxisSchema
{
    private const string ConditionName = "condition";

    /// <summary>What is referred to from several places.</summary>
    public static JsonObject Definitions() => new()
    {
        [ConditionName] = new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["description"] = "Parameters, content, style, experiment and axes of several parameters, with what they may be: a value, a list, '> x', '>= x', '< x', '<= x', '!= x', a..b.",
            ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "array") },
        },
    };

    /// <summary>The axis of a parameter: values, or values with where they vary, or random values.</summary>
    public static JsonObject Of(ParameterDefinition definition) => new()
    {
        ["description"] = $"{definition.Description}.",
        ["anyOf"] = new JsonArray(
        [
            .. Values(definition),
            ManifestSchema.Object("Values that vary only where a condition holds.", [("values", AnyOf([.. Values(definition)])), ("when", When())]),
            ManifestSchema.Object("Random values.", [("random", Random()), .. Range(), ("of", AnyOf([.. Values(definition)])), ("when", When())]),
        ]),
    };

    /// <summary>An axis of several parameters: values side by side, a list of points, or random points.</summary>
    public static JsonObject Composite() => new()
    {
        ["description"] = "Several parameters that vary together, under a name of your own.",
        ["anyOf"] = new JsonArray(
            Points(),
            ManifestSchema.Object("Points that vary only where a condition holds.", [("values", AnyOf([Points(), Columns([])])), ("when", When())]),
            Columns([("random", Random()), ("when", When())])),
    };

    /// <summary>A condition.</summary>
    public static JsonObject Condition(string description) => Refer($"#/$defs/{ConditionName}", description);

    /// <summary>A reference to another place of the schema.</summary>
    public static JsonObject Refer(string place, string? description = null)
    {
        var schema = new JsonObject { ["$ref"] = place };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    private static JsonObject When() => Condition("Where the axis varies; elsewhere it stays at its first value.");

    private static IEnumerable<JsonNode> Values(ParameterDefinition definition)
    {
        yield return new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = AnyOf([Value(definition), new JsonObject { ["type"] = "string" }]),
        };
        yield return new JsonObject { ["type"] = "string", ["description"] = Grammar(definition) };
        if (definition is NumericParameter)
            yield return Value(definition);
    }

    private static JsonObject Value(ParameterDefinition definition) => Refer($"#/properties/parameters/properties/{definition.Name}");

    private static JsonObject Points() => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = ManifestSchema.Object(
            "A point of the axis.",
            [("name", new JsonObject { ["type"] = "string" }), .. ParameterCatalog.All.Select(definition => (definition.Name, Value(definition)))]),
    };

    private static JsonObject Columns(IEnumerable<(string, JsonObject)> more) => ManifestSchema.Object(
        "Values side by side, equally many of each parameter; or with random, what each is drawn from.",
        [
            ("name", ManifestSchema.TextOrList("Names of the points.")),
            .. more,
            .. ParameterCatalog.All.Select(definition => (definition.Name, AnyOf(
                [Refer($"#/properties/axes/properties/{definition.Name}"), ManifestSchema.Object("What to draw from.", [.. Range(), ("of", new JsonObject())])]))),
        ]);

    private static JsonObject Random()
    {
        var count = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = AxisLimits.MaxValues };
        var both = ManifestSchema.Object(
            "How many, and of which seed.", [("count", (JsonObject)count.DeepClone()), ("seed", new JsonObject { ["type"] = "integer", ["minimum"] = 0 })]);
        return AnyOf([count, both]);
    }

    private static IEnumerable<(string, JsonObject)> Range() =>
    [
        ("from", new JsonObject { ["type"] = "number" }),
        ("to", new JsonObject { ["type"] = "number" }),
        ("scale", new JsonObject { ["enum"] = new JsonArray("uniform", "log") }),
    ];

    private static JsonObject AnyOf(JsonNode[] schemas) => new() { ["anyOf"] = new JsonArray(schemas) };

    private static string Grammar(ParameterDefinition definition) => definition switch
    {
        NumericParameter => $"a, b, c | 1, 2, ..., 10 | a..b step s | a..b count n | a..b log n | {RandomText.Allowed}",
        LayerSetParameter => "prefixes(...) | suffixes(...) | leaveOneOut(...) | subsets(k; ...) | random n of a, b, c",
        TextParameter => "a single value; several are a list",
        _ => "a, b, c | random n of a, b, c",
    };
}
