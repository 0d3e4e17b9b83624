using System.Text.Json;
using NeuralStyle.Cli.Tests.Sweeps;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Cli.Tests.Commands;

/// <summary><c>nst rank</c>, <c>nst votes</c> and <c>nst next</c>.</summary>
public sealed class PreferenceCommandsTests
{
    [Fact]
    public async Task Rank_FileOfVotes_PrintsTheWinnerFirst()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (exitCode, output, _) = await EffectsCommandTests.RunAsync("rank", folder.Path, "--votes", folder.Votes(winner: 3).FullName);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("sample: 5 votes on 6 of 6 trials", output, StringComparison.Ordinal);
        Assert.Matches($@"\n   1 +[0-9.]+  [0-9.-]+ to [0-9.]+ +5    0    0  {folder.Plan.Cells[3].TrialId} styleWeight 10, init noise\n", output);
        Assert.Contains("to compare next: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_Json_IsOneDocument()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (_, output, _) = await EffectsCommandTests.RunAsync("rank", folder.Path, "--votes", folder.Votes(winner: 3).FullName, "--json");

        var first = JsonDocument.Parse(output).RootElement.GetProperty("groups")[0][0];
        Assert.Equal(folder.Plan.Cells[3].TrialId, first.GetProperty("trialId").GetString());
        Assert.True(first.GetProperty("low").GetDouble() < first.GetProperty("strength").GetDouble());
    }

    [Fact]
    public async Task Votes_TwiceTheSameFile_CountOnceAndAreRankedWithoutIt()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var file = folder.Votes(winner: 2).FullName;

        var (_, first, _) = await EffectsCommandTests.RunAsync("votes", folder.Path, file);
        var (_, second, _) = await EffectsCommandTests.RunAsync("votes", folder.Path, file);

        Assert.Equal("sample: 5 votes, 5 of them new\n", first);
        Assert.Equal("sample: 5 votes, 0 of them new\n", second);
        Assert.True(await folder.Store.ExistsAsync(StoreLayout.ResultsContainer, "sample/votes.json", TestContext.Current.CancellationToken));
        var (_, ranking, _) = await EffectsCommandTests.RunAsync("rank", folder.Path);
        Assert.Contains("sample: 5 votes on 6 of 6 trials", ranking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_UnknownTrials_AreKeptAndTold()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var file = folder.Votes(winner: 2).FullName;
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace(folder.Plan.Cells[2].TrialId, "0123456789abcdef", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await EffectsCommandTests.RunAsync("votes", folder.Path, file);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("trials that the sweep does not have: 0123456789abcdef", output, StringComparison.Ordinal);
        var (_, ranking, _) = await EffectsCommandTests.RunAsync("rank", folder.Path);
        Assert.Contains("sample: 0 votes on 0 of 6 trials", ranking, StringComparison.Ordinal);
        Assert.Contains("left out: votes on trials that the sweep does not have: 0123456789abcdef", ranking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_OnAnotherSweep_AreRefusedAndNothingIsWritten()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (exitCode, _, error) = await EffectsCommandTests.RunAsync("votes", folder.Path, folder.Votes(winner: 2, sweep: "another").FullName);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("these are votes on 'another'; allowed: votes on 'sample'", error, StringComparison.Ordinal);
        Assert.False(await folder.Store.ExistsAsync(StoreLayout.ResultsContainer, "sample/votes.json", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Votes_FetchedFolder_IsOnlyRead()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var fetched = Path.Combine(folder.Path, "fetched");
        Directory.CreateDirectory(Path.Combine(fetched, "trials"));
        File.Copy(Path.Combine(folder.Path, "results", "sample", "plan.json"), Path.Combine(fetched, "plan.json"));

        var (exitCode, _, error) = await EffectsCommandTests.RunAsync("votes", fetched, folder.Votes(winner: 2).FullName);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("is a fetched copy, which is only read", error, StringComparison.Ordinal);
        var (_, ranking, _) = await EffectsCommandTests.RunAsync("rank", fetched, "--votes", folder.Votes(winner: 2).FullName);
        Assert.Contains("5 votes", ranking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_Out_WritesAManifestThatTheParserTakes()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var path = Path.Combine(folder.Path, "next.yaml");

        var (exitCode, output, _) = await EffectsCommandTests.RunAsync("next", folder.Path, "--votes", folder.Votes(winner: 3).FullName, "--out", path);

        Assert.Equal((ExitCode.Done, $"sample-next: {path}\n"), (exitCode, output));
        var manifest = ManifestParser.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "next.yaml");
        Assert.Equal("sample-next", manifest.Name);
        Assert.Equal(["1", "3.162", "10", "31.62", "100"], manifest.Axes[0].Points.Select(manifest.Axes[0].LabelOf));
    }

    [Fact]
    public async Task Next_OutIsThereAlready_LeavesItAsItIs()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        var path = Path.Combine(folder.Path, "next.yaml");
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);

        var (exitCode, _, error) = await EffectsCommandTests.RunAsync("next", folder.Path, "--votes", folder.Votes(winner: 3).FullName, "--out", path);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("next.yaml' is there already; remove it, or give another name", error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Next_WithoutOut_PrintsIt()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (_, output, _) = await EffectsCommandTests.RunAsync("next", folder.Path, "--votes", folder.Votes(winner: 3).FullName);

        Assert.Equal("sample-next", ManifestParser.Parse(output, "printed").Name);
    }

    [Fact]
    public async Task Next_NoVotes_SaysHowToGetThem()
    {
        using var folder = await MeasuredFolder.CreateAsync();

        var (exitCode, _, error) = await EffectsCommandTests.RunAsync("next", folder.Path);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("'sample' has no votes on its trials", error, StringComparison.Ordinal);
    }
}
