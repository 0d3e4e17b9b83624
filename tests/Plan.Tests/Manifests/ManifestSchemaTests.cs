using System.Text.Json.Nodes;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ManifestSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ManifestSchema.Text())!;

    [Fact]
    public void Text_NamesTheDraft() => Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)Schema["$schema"]);

    [Fact]
    public void Text_HasTheKeysThatTheParserTakes()
    {
        Assert.Equal(ManifestParser.Keys, Keys(Schema["properties"]));
        Assert.Equal(ParameterCatalog.Names, Keys(Schema["properties"]!["parameters"]!["properties"]));
        Assert.Equal(ParameterCatalog.Names, Keys(Schema["properties"]!["axes"]!["properties"]));
        Assert.Equal(false, (bool?)Schema["additionalProperties"]);
        Assert.Equal(
            """[{"required":["content"]},{"required":["style"]}]""", Schema["anyOf"]!.ToJsonString());
    }

    [Fact]
    public void Text_HasTheChoicesAndRangesOfTheCatalog()
    {
        var parameters = Schema["properties"]!["parameters"]!["properties"]!;

        Assert.Equal("""["fixed","strong-wolfe"]""", parameters["lineSearch"]!["enum"]!.ToJsonString());
        Assert.Equal(32, (int?)parameters["imageSize"]!["minimum"]);
        Assert.Equal(0, (double?)parameters["learningRate"]!["exclusiveMinimum"]);
        Assert.Contains("px", (string?)parameters["imageSize"]!["description"], StringComparison.Ordinal);
        Assert.Equal(PresetCatalog.Names, Schema["properties"]!["preset"]!["enum"]!.AsArray().Select(name => (string?)name));
    }

    [Theory]
    [InlineData("first 10, every 10, at 3 33 100, log 12, best, last", true)]
    [InlineData("none", true)]
    [InlineData("7", true)]
    [InlineData("best, none", false)]
    [InlineData("at", false)]
    [InlineData("first", false)]
    public void Text_PatternOfSnapshots_IsTheGrammar(string text, bool fits)
    {
        var pattern = (string)Schema["properties"]!["snapshots"]!["anyOf"]![0]!["pattern"]!;

        Assert.Equal(fits, System.Text.RegularExpressions.Regex.IsMatch(text, pattern));
    }

    [Fact]
    public void Text_TextParameters_HaveTheFormsThatTheParserTakes()
    {
        var properties = Schema["properties"]!;

        Assert.Equal(["string", "array", "object"], Types(properties["parameters"]!["properties"]!["styleLayerWeights"]!));
        Assert.Equal(["string", "array"], Types(properties["blend"]!));
        Assert.Equal("string", (string?)properties["parameters"]!["properties"]!["initImage"]!["type"]);
        Assert.Equal(["style", "content", "color"], Keys(properties["masks"]!["properties"]));
        Assert.Contains("several are a list", properties["axes"]!["properties"]!["scales"]!.ToJsonString(), StringComparison.Ordinal);

        static IEnumerable<string?> Types(JsonNode node) => node["anyOf"]!.AsArray().Select(form => (string?)form!["type"]);
    }

    [Fact]
    public void Text_References_LeadSomewhere()
    {
        var references = References(Schema).Distinct().ToList();

        Assert.InRange(references.Count, ParameterCatalog.All.Count, 1000);
        Assert.All(references, reference => Assert.NotNull(
            reference.Split('/').Skip(1).Aggregate((JsonNode?)Schema, (node, key) => node?[key])));

        static IEnumerable<string> References(JsonNode? node) => node switch
        {
            JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
    }

    [Fact]
    public void Text_IsSmallEnoughForAnEditor() => Assert.InRange(ManifestSchema.Text().Length, 10_000, 400_000);

    [Fact]
    public void Text_AxesAndSkip_HaveTheNewForms()
    {
        var axes = Schema["properties"]!["axes"]!;

        Assert.Contains("\"random\"", axes["properties"]!["styleWeight"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"when\"", axes["properties"]!["init"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"name\"", axes["additionalProperties"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["name", "preset", "content", "style", "parameters", "label", "when"], Keys(Schema["properties"]!["experiments"]!["items"]!["properties"]));
        Assert.Equal(-1, (long?)Schema["properties"]!["seed"]!["minimum"]);
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(member => member.Key);
}
