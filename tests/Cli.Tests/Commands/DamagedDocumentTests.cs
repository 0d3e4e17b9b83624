using NeuralStyle.Cli.Tests.Progress;
using NeuralStyle.Cli.Tests.Sweeps;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Commands;

/// <summary>Somebody changed a document of the store, or another version wrote it: each command names it, or does without it.</summary>
public sealed class DamagedDocumentTests
{
    private static readonly string[] Commands =
    [
        "status", "cancel", "pause", "resume", "retry", "effects", "rank", "next", "verify",
    ];

    public static TheoryData<string> Documents =>
        new(
            StoreLayout.SweepStatus("sample"),
            StoreLayout.SweepPlan("sample"),
            StoreLayout.SweepManifest("sample"),
            StoreLayout.SweepControl("sample"),
            StoreLayout.SweepVotes("sample"));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Nst_DocumentOfASweepIsDamaged_NamesItOrDoesWithoutIt(string document)
    {
        var sound = await RunAllAsync(null, string.Empty);
        foreach (var damage in new[] { "{", "{\"sweep\": 3}", "[]", string.Empty, "\u0001" })
        {
            var damaged = await RunAllAsync(document, damage);

            foreach (var (command, before, now) in Commands.Zip(sound, damaged))
            {
                Assert.True(
                    now.ExitCode == ExitCode.Done || now == before || (now.ExitCode != ExitCode.Unexpected && now.Error.Contains(document, StringComparison.Ordinal)),
                    $"{command} of {document} = '{damage}': {now}; without the damage: {before}");
            }
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("plan")]
    public async Task Status_OfADamagedDocument_IsBadInputWithItsName(string document)
    {
        using var folder = await FolderAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "results", "sample", $"{document}.json"), "{\"sweep\": 3}", TestContext.Current.CancellationToken);

        var (exitCode, _, error) = await EffectsCommandTests.RunAsync("status", "sample", "--out", folder.Path);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.StartsWith($"nst: 'results/sample/{document}.json' can't be read: ", error, StringComparison.Ordinal);
    }

    private static async Task<MeasuredFolder> FolderAsync()
    {
        var folder = await MeasuredFolder.CreateAsync();
        var status = SweepViews.Of(SweepState.Running, (TrialState.Running, null)).Status with { Sweep = "sample" };
        await folder.Store.WriteDocumentAsync(
            StoreLayout.ResultsContainer, StoreLayout.SweepStatus("sample"), status, TestContext.Current.CancellationToken);
        return folder;
    }

    /// <summary>What all commands say of a sweep, one after the other; of the folder, whose name differs, they say FOLDER.</summary>
    private static async Task<List<(int ExitCode, string Error)>> RunAllAsync(string? document, string damage)
    {
        using var folder = await FolderAsync();
        var said = new List<(int, string)>();
        foreach (var command in Commands)
        {
            if (document is not null)
                await File.WriteAllTextAsync(Path.Combine(folder.Path, "results", document), damage, TestContext.Current.CancellationToken);
            string[] where = command is "effects" or "rank" or "next" or "verify" ? [folder.Path] : ["sample", "--out", folder.Path];
            var (exitCode, _, error) = await EffectsCommandTests.RunAsync([command, .. where]);
            said.Add((exitCode, error.Replace(folder.Path, "FOLDER", StringComparison.Ordinal)));
        }

        return said;
    }
}
