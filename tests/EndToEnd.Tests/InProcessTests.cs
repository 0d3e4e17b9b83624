using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Plan.Records;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>Host, client and engine in this process, over a real Azurite.</summary>
public sealed class InProcessTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ServeHost_SubmittedSweep_SheetShowsWhatItsLabelsSay()
    {
        var storage = azurite.Connect();
        var manifest = _folder.Manifest("inside", "axes: {styleWeight: [3, 3e4], optimizer: [lbfgs, adam]}");
        using var stop = new CancellationTokenSource();
        var serving = ServeHost.RunAsync(
            new ServeOptions { Storage = storage, Settings = new ProcessorSettings { Batch = 2 }, Loggers = NullLoggerFactory.Instance }, stop.Token);

        var submitted = await NstAsync(["submit", manifest, "--images", .. _folder.Images, "--wait"]);
        var fetched = await NstAsync("fetch", "inside", "--out", _folder.PathOf("fetched"));
        await stop.CancelAsync();
        await serving;

        Assert.Equal((0, 0), (submitted, fetched));
        var sweep = new FetchedSweep(_folder.PathOf("fetched"), Path.Combine(_folder.PathOf("fetched"), "trials"));
        Assert.Equal(4, sweep.Status.Count(TrialState.Completed));
        Assert.Contains(sweep.Plan.Trials, trial => sweep.Record(trial.Id).Batch == 2);
        SheetAssert.CellsShowWhatTheirLabelsSay(sweep);
        // In the account, and with all that it takes in what was fetched.
        Assert.Equal((0, 0), (await NstAsync("verify", "inside"), await NstAsync("verify", _folder.PathOf("fetched"))));
    }

    private async Task<int> NstAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        var context = new CommandContext(
            output, output, IsTerminal: false, name => name == "AzureWebJobsStorage" ? azurite.Require() : null, TimeProvider.System);
        var exitCode = await NstCommandLine.RunAsync(arguments, context);
        Assert.True(exitCode == 0, output.ToString());
        return exitCode;
    }
}
