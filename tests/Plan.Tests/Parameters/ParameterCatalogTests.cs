using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Parameters;

public sealed class ParameterCatalogTests
{
    private static readonly TrialParameters Default = ParameterResolver.Resolve(PresetCatalog.Find("default")!.Parameters, NetworkName.Vgg19);

    public static TheoryData<string> Names => [.. ParameterCatalog.Names];

    [Fact]
    public void Names_AreTheMembersOfTrialParameters_AsItsDocumentsWriteThem()
    {
        var document = JsonSerializer.SerializeToNode(Default, PlanJson.Compact)!.AsObject();

        // In the order of tables and pages, which needn't be that of the document.
        Assert.Equal(
            document.Select(member => member.Key).Order(StringComparer.Ordinal), ParameterCatalog.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToJson_Value_IsWhatTheDocumentHolds(string name)
    {
        var definition = ParameterCatalog.Find(name)!;
        var document = JsonSerializer.SerializeToNode(Default, PlanJson.Compact)!.AsObject();

        Assert.True(JsonNode.DeepEquals(document[name], definition.ToJson(definition.ValueOf(Default))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToJson_OtherValue_IsWhatTheDocumentHoldsAndReadsBack(string name)
    {
        var definition = ParameterCatalog.Find(name)!;
        var other = OtherValues.Of(definition);
        var changed = definition.WithValue(Default, other);

        var text = JsonSerializer.Serialize(changed, PlanJson.Compact);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text)![name], definition.ToJson(other)));
        Assert.Equal(changed, JsonSerializer.Deserialize<TrialParameters>(text, PlanJson.Compact));
        Assert.Equal(other, definition.Parse(definition.Label(other), []));
        Assert.Equal(other, ParameterSet.Of(changed).TryGet(definition, out var kept) ? kept : null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Label_Value_ReadsBackAsTheSameValue(string name)
    {
        var definition = ParameterCatalog.Find(name)!;

        Assert.Equal(definition.ValueOf(Default), definition.Parse(definition.LabelOf(Default), []));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WithValue_OtherValue_ChangesOnlyThatParameter(string name)
    {
        var definition = ParameterCatalog.Find(name)!;
        var other = OtherValues.Of(definition);

        var changed = definition.WithValue(Default, other);

        Assert.NotEqual(definition.ValueOf(Default), definition.ValueOf(changed));
        Assert.Equal(other, definition.ValueOf(changed));
        Assert.All(ParameterCatalog.All.Where(rest => rest != definition), rest => Assert.Equal(rest.ValueOf(Default), rest.ValueOf(changed)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Definition_SaysWhatItIs(string name)
    {
        var definition = ParameterCatalog.Find(name)!;

        Assert.NotEmpty(definition.Description);
        Assert.NotEmpty(definition.Allowed);
        Assert.DoesNotContain('\n', definition.Description);
    }

    [Fact]
    public void EnumNames_AreKebabCaseOfTheMembers()
    {
        Assert.Equal(["vgg19", "vgg19-mini", "vgg16"], EnumNames.All<NetworkName>());
        Assert.Equal(["mean-square", "neural-style-pt", "titu1994", "crowsonkb"], EnumNames.All<TvConvention>());
        Assert.Equal(["fixed", "strong-wolfe"], EnumNames.All<LineSearchKind>());
    }

    [Theory]
    [InlineData("iterations", "1e3", 1000L)]
    [InlineData("imageSize", " 256 ", 256L)]
    [InlineData("styleWeight", "1e4", 1e4)]
    [InlineData("lineSearch", "Strong-Wolfe", LineSearchKind.StrongWolfe)]
    public void Parse_Text_IsTheValue(string name, string text, object expected) =>
        Assert.Equal(expected, ParameterCatalog.Find(name)!.Parse(text, []));

    [Theory]
    [InlineData("iterations", "1e4", "10000")]
    [InlineData("styleWeight", "10000", "1e4")]
    [InlineData("styleLayers", "relu5_1, relu4_1, relu3_1", "relu3_1..relu5_1")]
    [InlineData("tvConvention", "mean-square", "mean-square")]
    public void Label_ParsedText_IsCanonical(string name, string text, string expected)
    {
        var definition = ParameterCatalog.Find(name)!;

        Assert.Equal(expected, definition.Label(definition.Parse(text, [])!));
    }
}
