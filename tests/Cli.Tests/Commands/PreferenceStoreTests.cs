using NeuralStyle.Cli.Tests.Sweeps;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Commands;

/// <summary>Votes on a sweep of a storage account.</summary>
public sealed class PreferenceStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Votes_SweepOfTheAccount_AreRankedGoneOnWithAndHaveEffects()
    {
        using var folder = await MeasuredFolder.CreateAsync();
        await CopyAsync(folder.Store, new BlobStore(azurite.Connect().Blobs));
        var file = folder.Votes(winner: 3).FullName;

        Assert.Equal((ExitCode.Done, "sample: 5 votes, 5 of them new\n"), await RunAsync("votes", "sample", file));
        Assert.Equal((ExitCode.Done, "sample: 5 votes, 0 of them new\n"), await RunAsync("votes", "sample", file));

        var (_, ranking) = await RunAsync("rank", "sample");
        Assert.Contains("sample: 5 votes on 6 of 6 trials", ranking, StringComparison.Ordinal);
        var (_, next) = await RunAsync("next", "sample");
        Assert.Contains("name: \"sample-next\"", next, StringComparison.Ordinal);
        var (_, effects) = await RunAsync("effects", "sample");
        Assert.Contains("sample: 6 of 6 trials completed", effects, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await RunAsync("rank", "unknown-sweep")).ExitCode);
    }

    private static async Task CopyAsync(FolderStore from, BlobStore to)
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var container in (string[])[StoreLayout.ResultsContainer, StoreLayout.TrialsContainer])
        {
            await foreach (var entry in from.ListAsync(container, string.Empty, cancellation))
                await to.WriteAsync(container, entry.Name, (await from.ReadAsync(container, entry.Name, cancellation))!.Content, "application/json", cancellation);
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var exitCode = await NstCommandLine.RunAsync(
            arguments, new CommandContext(output, TextWriter.Null, false, name => name == StorageConnection.Setting ? azurite.Require() : null, TimeProvider.System));
        return (exitCode, output.ToString());
    }
}
