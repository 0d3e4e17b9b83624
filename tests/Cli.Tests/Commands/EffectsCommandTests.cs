using System.Text.Json;
using NeuralStyle.Cli.Tests.Sweeps;

namespace NeuralStyle.Cli.Tests.Commands;

public sealed class EffectsCommandTests
{
    [Fact]
    public async Task Effects_FolderOfARun_PrintsMeansChangesAndShares()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (exitCode, output, _) = await RunAsync("effects", folder.Path);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("sample: 6 of 6 trials completed, 6 cells of 6 combinations", output, StringComparison.Ordinal);
        Assert.Contains("All measures are proxies", output, StringComparison.Ordinal);
        Assert.Matches(@"style distance \(proxy\): .*; 6 trials, mean 0\.79\n", output);
        Assert.Matches(@"    100 +mean +0\.69 ± 0\.01 +n 2 +change +-0\.2 ± 0 +pairs 2\n", output);
        // 0.2^2 + 0.2^2 over two inits, of 0.0406: 0.04 / 0.0406.
        Assert.Matches(@"styleWeight: range 0\.2 over 4 matched pairs, 98\.5 % of the variance\n", output);
        Assert.Contains("interactions: none of two axes", output, StringComparison.Ordinal);
        Assert.Contains("no comparison is confounded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_Json_IsOneDocument()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (_, output, _) = await RunAsync("effects", Path.Combine(folder.Path, "results", "sample"), "--json");

        var axis = JsonDocument.Parse(output).RootElement.GetProperty("measures")[0].GetProperty("axes")[0];
        Assert.Equal("styleWeight", axis.GetProperty("axis").GetString());
        Assert.Equal("log", axis.GetProperty("spacing").GetString());
        Assert.Equal(-0.2, axis.GetProperty("values")[2].GetProperty("difference").GetProperty("mean").GetDouble());
    }

    [Fact]
    public async Task Effects_Runs_PrintsTheJudgement()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var file = Path.Combine(folder.Path, "runs.json");
        await File.WriteAllTextAsync(
            file,
            """{"publishedDefaults": {"x": 1, "y": 1}, "publishedTable": {"1": "default", "2": "x = 3"}, "executed": [{"id": "1", "x": 1, "y": 1}, {"id": "2", "x": 2, "y": 2}, {"id": "3", "x": 2, "y": 2}]}""",
            TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await RunAsync("effects", "--runs", file);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("  2 and 3 are one and the same setting", output, StringComparison.Ordinal);
        Assert.Contains("  2 is published as 'x = 3', but executed x 2 (label: 3)", output, StringComparison.Ordinal);
        Assert.Contains("  2 differs from the baseline in 2 factors at once: x 2 (1), y 2 (1)", output, StringComparison.Ordinal);
        var (_, json, _) = await RunAsync("effects", "--runs", file, "--json");
        Assert.Equal("same-setting", JsonDocument.Parse(json).RootElement.GetProperty("warnings")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Effects_WhatCannotBe_IsBadUsageWithTheReason()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var damaged = folder.Plan.Trials[0].Id;
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "trials", damaged, "record.json"), "{", TestContext.Current.CancellationToken);
        (string[] Arguments, string Expected)[] cases =
        [
            ([], "give either a sweep or --runs FILE"),
            ([folder.Path, "--runs", "x.json"], "give either a sweep or --runs FILE"),
            (["Nowhere"], "'Nowhere' is neither a folder nor the name of a sweep"),
            ([Path.Combine(folder.Path, "trials")], "no sweep is in"),
            (["--runs", Path.Combine(folder.Path, "none.json")], "none.json' could not be read"),
            ([folder.Path], $"'trials/{damaged}/record.json' can't be read"),
        ];

        foreach (var (arguments, expected) in cases)
        {
            var (exitCode, _, error) = await RunAsync(["effects", .. arguments]);

            Assert.Equal((ExitCode.BadInput, true), (exitCode, error.Contains(expected, StringComparison.Ordinal)));
        }
    }

    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await NstCommandLine.RunAsync(arguments, new CommandContext(output, error, false, _ => null, TimeProvider.System));
        return (exitCode, output.ToString(), error.ToString());
    }
}
