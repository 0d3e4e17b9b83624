using System.Text.Json;

namespace NeuralStyle.Cli.Tests.Commands;

public sealed class SimulateCommandTests
{
    private const string Prompt = "$ nst ";

    private readonly NstTool _nst = new(string.Empty);

    [Fact]
    public async Task Page_EachOfItsTables_IsWhatTheCommandPrints()
    {
        var page = await File.ReadAllLinesAsync(Repository.PathOf("docs/cost-and-scale.md"), TestContext.Current.CancellationToken);
        var commands = page.Select((line, index) => (line, index)).Where(entry => entry.line.StartsWith(Prompt, StringComparison.Ordinal)).ToList();

        Assert.InRange(commands.Count, 3, 20);
        foreach (var (line, index) in commands)
        {
            var (exitCode, output) = await _nst.RunAsync(line[Prompt.Length..].Split(' '));
            var said = page.Skip(index + 1).TakeWhile(text => text != "```");

            Assert.Equal(0, exitCode);
            Assert.Equal(output.TrimEnd('\n').Split('\n'), said);
        }
    }

    [Fact]
    public async Task Simulate_Json_HasAssumptionsAndResults()
    {
        var (exitCode, output) = await _nst.RunAsync("simulate", "--trials", "7", "--seconds", "10", "--min", "2", "--max", "2", "--json");

        Assert.Equal(0, exitCode);
        using var report = JsonDocument.Parse(output);
        Assert.Equal(2, report.RootElement.GetProperty("assumptions").GetProperty("maxReplicas").GetInt32());
        var sweep = Assert.Single(report.RootElement.GetProperty("sweeps").EnumerateArray());
        Assert.Equal(70, sweep.GetProperty("workSeconds").GetDouble());
        Assert.Equal(7, sweep.GetProperty("result").GetProperty("runs").GetInt32());
        Assert.InRange(sweep.GetProperty("result").GetProperty("makespan").GetDouble(), 40, 41);
        Assert.False(sweep.TryGetProperty("cost", out var cost) && cost.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task Simulate_Rates_GiveACost()
    {
        var (_, output) = await _nst.RunAsync(
            "simulate", "--trials", "10", "--seconds", "10", "--min", "1", "--max", "1", "--gpu-second", "1", "--processor-second", "0", "--gib-second", "0", "--json");

        using var report = JsonDocument.Parse(output);
        var sweep = report.RootElement.GetProperty("sweeps")[0];
        Assert.Equal(sweep.GetProperty("result").GetProperty("replicaSeconds").GetDouble(), sweep.GetProperty("cost").GetDouble(), 6);
    }

    [Fact]
    public async Task Simulate_Plan_TakesTheSecondsOfTrialsThatWouldRun()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file, """{"trials": [{"seconds": 5}, {"seconds": 0, "reused": true}, {"seconds": 7.5}, {"notRun": "too long"}]}""", TestContext.Current.CancellationToken);

        var (exitCode, output) = await _nst.RunAsync("simulate", "--plan", file, "--json");
        await File.WriteAllTextAsync(file, """{"trials": [{"seconds": null}]}""", TestContext.Current.CancellationToken);
        var (unknown, reason) = await _nst.RunAsync("simulate", "--plan", file);
        File.Delete(file);

        Assert.True(exitCode == 0, output);
        using var report = JsonDocument.Parse(output);
        var sweep = report.RootElement.GetProperty("sweeps")[0];
        Assert.Equal((12.5, 2), (sweep.GetProperty("workSeconds").GetDouble(), sweep.GetProperty("result").GetProperty("trials").GetInt32()));
        Assert.Equal(2, unknown);
        Assert.Contains("has a trial whose seconds are not known", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_PlanOfASearch_HasAllItsRungsOneAfterTheOther()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """
            {"trials": [{"seconds": 5}, {"seconds": 0, "reused": true}, {"seconds": 5}, {"seconds": 5}],
             "rungs": [{"trials": 4, "seconds": 15, "isKnown": true}, {"trials": 2, "seconds": 40, "isKnown": false}, {"trials": 1, "seconds": 100, "isKnown": false}]}
            """,
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await _nst.RunAsync("simulate", "--plan", file, "--min", "4", "--max", "4", "--json");
        await File.WriteAllTextAsync(file, """{"trials": [{"seconds": 5}], "rungs": [{"trials": 1, "isKnown": true}, {"trials": 1, "isKnown": false}]}""", TestContext.Current.CancellationToken);
        var (unknown, reason) = await _nst.RunAsync("simulate", "--plan", file);
        await File.WriteAllTextAsync(file, """{"trials": [{"seconds": 5}], "rungs": [{"trials": 2, "isKnown": true}]}""", TestContext.Current.CancellationToken);
        var (wrong, why) = await _nst.RunAsync("simulate", "--plan", file);
        File.Delete(file);

        Assert.True(exitCode == 0, output);
        using var report = JsonDocument.Parse(output);
        var sweep = report.RootElement.GetProperty("sweeps")[0];
        Assert.Equal((155, 6), (sweep.GetProperty("workSeconds").GetDouble(), sweep.GetProperty("result").GetProperty("trials").GetInt32()));
        // Four workers are there: 5, 20 and 100 seconds, and what the orchestrations take.
        Assert.InRange(sweep.GetProperty("result").GetProperty("makespan").GetDouble(), 125, 126);
        Assert.Equal((2, 2), (unknown, wrong));
        Assert.Contains("has a rung whose seconds are not known", reason, StringComparison.Ordinal);
        Assert.Contains("has 1 trials and 2 in its rungs", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate", "allowed are --trials and --seconds, or --plan alone")]
    [InlineData("simulate --trials 0 --seconds 1", "--trials 0: allowed are 1 to 1000000")]
    [InlineData("simulate --trials 5 --seconds -1", "a trial has no number of seconds; allowed are 0 and more, at most 31622400")]
    [InlineData("simulate --trials 5 --seconds 1 --max 0", "at most 0 replicas; allowed are 1 to 1000")]
    [InlineData("simulate --trials 5 --seconds 1 --polling 0", "0 seconds between two looks at the queue; allowed are 0.1 to 31622400")]
    [InlineData("simulate --trials 5 --seconds 1 --polling Infinity", "Infinity seconds between two looks at the queue; allowed are 0.1 to 31622400")]
    [InlineData("simulate --trials 5 --seconds 1 --scale-in Infinity", "a time is below 0 or too long; allowed are 0 to 31622400 seconds")]
    [InlineData("simulate --trials 5 --seconds 1 --pull NaN", "a time is below 0 or too long; allowed are 0 to 31622400 seconds")]
    [InlineData("simulate --trials 5 --seconds 1 --scale-out-step 2147483647", "2147483647 replicas added at once; allowed are 1 to 1000000")]
    [InlineData("simulate --trials 5 --seconds 1 --queue-length 2147483647", "2147483647 messages for a replica; allowed are 1 to 1000000")]
    [InlineData("simulate --trials 5 --seconds 1 --events-per-second Infinity", "events in a second; allowed is more than 0")]
    [InlineData("simulate --trials 5 --seconds 1 --kills-per-hour Infinity", "kills in an hour; allowed are 0 to 1000000")]
    public async Task Simulate_WhatIsNotAllowed_IsSaid(string command, string expected)
    {
        var (exitCode, output) = await _nst.RunAsync(command.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }
}
