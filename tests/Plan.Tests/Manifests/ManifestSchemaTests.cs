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

    private static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(member => member.Key);
}
