using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>What <c>nst</c> ends with, and what it says, when it is used wrongly.</summary>
public sealed class ExitCodeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    // A port of the loopback where nothing listens.
    private const string Unreachable =
        "DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/nobody;QueueEndpoint=http://127.0.0.1:9/nobody";

    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("run")]
    [InlineData("run", "no-such-file.yaml")]
    [InlineData("bench", "--size", "many")]
    public async Task Nst_BadUsage_ExitsWithTwo(params string[] arguments)
    {
        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("nst:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("plan")]
    public async Task Nst_ManifestWithFourProblems_ExitsWithTwoAndSaysAllWithLines(string command)
    {
        var path = _folder.PathOf("bad.yaml");
        await File.WriteAllTextAsync(
            path, "name: bad\ncontent: wave.png\nstyle: stripes.png\nparameters:\n  imageSize: huge\n  contentLayers: relu9_9\ncolor: red\n",
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, command, path);

        Assert.Equal(2, exitCode);
        Assert.Contains("bad.yaml:2:", output, StringComparison.Ordinal);
        Assert.Contains("'waves.png'", output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:5:", output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:6:", output, StringComparison.Ordinal);
        Assert.Contains("relu5_4", output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:7:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ImageMissing_NamesTheFolderAndWhatIsThere()
    {
        var manifest = _folder.Manifest("missing", string.Empty, content: "wave.png");

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest);

        Assert.Equal(2, exitCode);
        Assert.Contains("wave.png", output, StringComparison.Ordinal);
        Assert.Contains("waves.png", output, StringComparison.Ordinal);
        Assert.Contains(Path.GetDirectoryName(manifest)!, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ImageMissing_NamesTheContainerAndSubmitsNothing()
    {
        var connection = azurite.Require();
        var manifest = _folder.Manifest("absent", string.Empty, content: "nowhere.png");

        var (exitCode, output) = await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images]);
        var (status, _) = await NstProcess.RunAsync(connection, "status", "absent");

        Assert.Equal(2, exitCode);
        Assert.Contains("input/", output, StringComparison.Ordinal);
        Assert.Contains("ripples.png", output, StringComparison.Ordinal);
        Assert.Equal(2, status);
    }

    [Theory]
    [InlineData("status", "any-sweep")]
    [InlineData("fetch", "any-sweep")]
    [InlineData("serve")]
    public async Task Nst_StorageOutOfReach_ExitsWithFour(params string[] arguments)
    {
        var (exitCode, output) = await NstProcess.RunAsync(Unreachable, arguments);

        Assert.True(exitCode == 4, output);
        Assert.Contains("storage", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DeviceThatIsNotHere_ExitsWithTwoNamingIt()
    {
        var manifest = _folder.Manifest("device", string.Empty);

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "plan", manifest, "--device", "cuda:7");

        Assert.Equal(2, exitCode);
        Assert.Contains("cuda:7", output, StringComparison.Ordinal);
    }
}
