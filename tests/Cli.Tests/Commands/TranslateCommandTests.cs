using System.Text.Json;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Tests.Commands;

public sealed class TranslateCommandTests
{
    [Fact]
    public async Task Translate_NeuralStylePtToGatys_PrintsLayersAndLinesThatAManifestTakes()
    {
        var (exitCode, output, _) = await RunAsync(
            "translate", "--from", "neural-style-pt", "--to", "gatys", "--style-weight", "100", "--style-layers", "relu1_1,relu4_1");

        Assert.Equal(ExitCode.Done, exitCode);
        // 4 x 100 / 64^2, and 64 times less at 512 channels.
        Assert.Matches(@"relu1_1 +100 +9\.765625e-4 +0\.09765625", output);
        var manifest = ManifestParser.Parse($"content: a.png\nstyle: b.png\n{output[output.IndexOf("parameters:", StringComparison.Ordinal)..output.IndexOf("note:", StringComparison.Ordinal)]}", "printed");
        Assert.Equal("relu1_1 64, relu4_1 1", Label(manifest, ParameterCatalog.StyleLayerWeights));
        Assert.Equal("gatys", Label(manifest, ParameterCatalog.Convention));
    }

    [Fact]
    public async Task Translate_Json_IsOneDocument()
    {
        var (exitCode, output, _) = await RunAsync(
            "translate", "--from", "gatys", "--to", "titu1994", "--content-weight", "2", "--content-layers", "conv4_2", "--size", "512x384", "--json");

        Assert.Equal(ExitCode.Done, exitCode);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal("512x384", root.GetProperty("size").GetString());
        // d / 2 there, d here.
        Assert.Equal(1, root.GetProperty("content")[0].GetProperty("equivalent").GetDouble());
        Assert.Equal(0, root.GetProperty("style").GetArrayLength());
        Assert.Equal("titu1994", root.GetProperty("parameters").GetProperty("convention").GetString());
    }

    [Fact]
    public async Task Translate_PastedCommandLine_TakesItsWeightsAndSaysWhatItLeftOut()
    {
        var (exitCode, output, _) = await RunAsync(
            "translate", "--to", "johnson", "--style-weight", "7", "--command-line", "neural_style.py -content_weight 1e1 -content_layers relu2_2,relu4_2 -gpu c");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("contentLayers: relu2_2, relu4_2", output, StringComparison.Ordinal);
        Assert.Contains("contentWeight: 10", output, StringComparison.Ordinal);
        Assert.Contains("styleWeight: 7", output, StringComparison.Ordinal);
        Assert.Contains("tvWeight: 1e-3", output, StringComparison.Ordinal);
        Assert.Contains("-gpu c is no weight and was left out", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translate_PastedOptionsThatMeanSomethingElse_AreRefusedAllAtOnce()
    {
        var (exitCode, _, error) = await RunAsync(
            "translate", "--to", "johnson", "--command-line", "-style_wieght 1e2 -normalize_gradients -normalize_weights -gpu 0 -content_weight");

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("no option '-style_wieght' (did you mean 'style_weight'?)", error, StringComparison.Ordinal);
        Assert.Contains("-normalize_gradients can't be translated", error, StringComparison.Ordinal);
        Assert.Contains("-normalize_weights can't be translated", error, StringComparison.Ordinal);
        Assert.Contains("--content-weight: '' is not a number", error, StringComparison.Ordinal);
        Assert.DoesNotContain("-gpu 0", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs no equivalent", "--from", "gatys", "--to", "relative", "--style-weight", "1", "its target's own sum of squares")]
    [InlineData("needs the size", "--from", "titu1994", "--to", "gatys", "--style-weight", "1", "give --size")]
    [InlineData("no system", "--from", "gatis", "--to", "gatys", "--style-weight", "1", "did you mean 'gatys'?")]
    [InlineData("no weight", "--from", "johnson", "--to", "gatys", "--size", "12x4000", "'12x4000' is no size")]
    [InlineData("nothing asked", "--from", "johnson", "--to", "gatys", "--size", "64x64", "there is no weight to translate")]
    public async Task Translate_WhatCannotBe_IsBadUsageWithTheReason(
        string why, string first, string from, string second, string to, string third, string value, string expected)
    {
        var (exitCode, output, error) = await RunAsync("translate", first, from, second, to, third, value);

        Assert.True(exitCode == ExitCode.BadInput, why);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Translate_SeveralProblems_AreSaidAtOnce()
    {
        var (_, _, error) = await RunAsync("translate", "--from", "x", "--content-weight", "many", "--style-layers", "relu9_9");

        Assert.Equal(4, error.Split(Environment.NewLine[^1], StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static string Label(Manifest manifest, ParameterDefinition definition) =>
        manifest.Base.TryGet(definition, out var value) ? definition.Label(value) : string.Empty;

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await NstCommandLine.RunAsync(arguments, new CommandContext(output, error, false, _ => null, TimeProvider.System));
        return (exitCode, output.ToString(), error.ToString());
    }
}
