using System.Text.Json.Nodes;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Provenance;

public sealed class ImageSettingsTests
{
    private static readonly EnvironmentRecord Environment = new()
    {
        Product = "1.2.3+abc",
        NumericVersion = NumericVersion.Current,
        Tensors = "libtorch 2",
        Images = "libvips 8",
        Device = "cpu",
        Threads = 2,
        Platform = "here",
    };

    private static readonly Trial Trial = Sample.Plan(Sample.With("parameters: {styleWeight: 12}\nsnapshots: first 2, last")).Trials[0];

    private static readonly string Text = ImageSettings.Of(Trial, Environment).ToText();

    [Fact]
    public void Parse_TextOfSettings_GivesThemBack()
    {
        var read = ImageSettings.Parse(Text);

        Assert.Equal(Trial, read.Trial);
        Assert.Equal(Text, read.ToText());
        Assert.Equal((NumericVersion.Current, "1.2.3+abc", "libtorch 2", "libvips 8"), (read.NumericVersion, read.Product, read.Tensors, read.Images));
    }

    [Fact]
    public void ToText_OfAMachine_SaysNothingOfIt()
    {
        Assert.DoesNotContain("here", Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Text);
        Assert.Equal(Text, ImageSettings.Of(Trial, Environment with { Threads = 8, Platform = "there", Device = "cuda" }).ToText());
    }

    [Theory]
    [InlineData("trial/parameters/styleWeight", "13", "somebody changed them")]
    [InlineData("trial/id", "\"0123456789abcdef\"", "their id is ")]
    [InlineData("trial/content/sha256", "\"00\"", "somebody changed them")]
    [InlineData("trial/parameters/initImage", "\"gone.png\"", "its settings are incomplete: image 'gone.png' has no hash")]
    [InlineData("trial/parameters/optimizer", "\"sgd\"", "its settings can't be read: ")]
    [InlineData("trial/parameters/seed", "{}", "its settings can't be read: ")]
    [InlineData("format", "2", "its settings are of format 2; read is 1")]
    [InlineData("more", "1", "its settings can't be read: ")]
    public void Parse_TextThatWasChanged_SaysWhatIsWrong(string path, string value, string expected)
    {
        var document = JsonNode.Parse(Text)!;
        var parts = path.Split('/');
        parts[..^1].Aggregate(document, (node, part) => node[part]!)[parts[^1]] = JsonNode.Parse(value);

        Assert.Contains(expected, Assert.Throws<FormatException>(() => ImageSettings.Parse(document.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":1,\"format\":1}")]
    public void Parse_Rubbish_ThrowsFormatException(string text) => Assert.Throws<FormatException>(() => ImageSettings.Parse(text));

    [Fact]
    public void Parse_DeepNesting_IsRefused()
    {
        foreach (var text in (string[])[new string('[', 100_000), $"{{\"trial\":{new string('[', 100_000)}", string.Concat(Enumerable.Repeat("{\"trial\":", 100_000))])
            Assert.Throws<FormatException>(() => ImageSettings.Parse(text));
    }

    [Fact]
    public void Parse_OlderArithmetic_IsReadThoughItsIdWasAnother()
    {
        var document = JsonNode.Parse(Text)!;
        document["numericVersion"] = NumericVersion.Current - 1;
        document["trial"]!["id"] = "0123456789abcdef";

        Assert.Equal("0123456789abcdef", ImageSettings.Parse(document.ToJsonString()).Trial.Id);
    }
}
