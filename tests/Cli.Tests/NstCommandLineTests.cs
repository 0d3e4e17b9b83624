using System.Text;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Cli.Tests;

/// <summary>What the program ends with and says, whatever the command.</summary>
public sealed class NstCommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nst-line").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_SomethingNobodyForesaw_ExitsWithOneAndShowsWhereItHappened()
    {
        await using var error = new StringWriter();
        await using var full = new FullDisk();

        var exitCode = await NstCommandLine.RunAsync(["schema"], new CommandContext(full, error, false, _ => null, TimeProvider.System));

        Assert.Equal(1, exitCode);
        Assert.Contains(FullDisk.Message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("plan")]
    [InlineData("submit")]
    [InlineData("weights", "info")]
    public async Task Run_FolderForAFile_IsBadInput(params string[] command)
    {
        var (exitCode, error) = await RunAsync([.. command, _folder]);

        Assert.Equal(2, exitCode);
        Assert.Contains($"nst: '{_folder}' is a folder; allowed is a file", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'0' is no number of threads; allowed: whole numbers 1 to 1024", "plan", "m.yaml", "--threads", "0")]
    [InlineData("'many' is no number of threads", "bench", "--threads", "many")]
    [InlineData("--batch '65' is no number of trials; allowed: whole numbers 1 to 64", "serve", "--batch", "65")]
    [InlineData("--batch 'all' is no number of trials", "serve", "--batch", "all")]
    [InlineData("'peek'", "bench", "--only", "peek")]
    [InlineData("'peak'", "bench", "--only", "peek")]
    public async Task Run_OptionOutOfRange_SaysWhatIsAllowed(string expected, params string[] arguments)
    {
        var (exitCode, error) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("NeuralStyle.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WeightsThatAreNotThere_IsBadInputAndBeginsNoSweep()
    {
        var (manifest, output) = (Path.Combine(_folder, "sample.yaml"), Path.Combine(_folder, "out"));
        await File.WriteAllTextAsync(manifest, "content: a.png\nstyle: a.png\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.png"), "an image", TestContext.Current.CancellationToken);

        var (exitCode, error) = await RunAsync("run", manifest, "--out", output, "--weights", Path.Combine(_folder, "nowhere.pth"));

        Assert.Equal(2, exitCode);
        Assert.Contains("nowhere.pth' could not be read", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(output, "results")));
    }

    [Fact]
    public async Task Run_BenchOfImagesThatAreNone_IsBadInput()
    {
        var image = Path.Combine(_folder, "a.png");
        await File.WriteAllTextAsync(image, "an image", TestContext.Current.CancellationToken);

        var (exitCode, error) = await RunAsync("bench", "--only", "ladder", "--size", "64", "--images", image, image);

        Assert.Equal(2, exitCode);
        Assert.Contains("nst: Image 'a.png'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guard_BadSettings_AreBadInputWithALineEach()
    {
        await using var error = new StringWriter();

        var exitCode = await CommandGuard.RunAsync(
            new CommandContext(TextWriter.Null, error, false, _ => null, TimeProvider.System),
            () => throw new SettingsException(["Processor__Window is 'x'", "Processor__Device is 'y'"]));

        Assert.Equal(2, exitCode);
        Assert.Equal(
            ["nst: Processor__Window is 'x'", "nst: Processor__Device is 'y'"],
            error.ToString().Split(Environment.NewLine[^1], StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        await using var error = new StringWriter();
        var exitCode = await NstCommandLine.RunAsync(
            arguments, new CommandContext(TextWriter.Null, error, false, _ => null, TimeProvider.System));
        return (exitCode, error.ToString());
    }

    /// <summary>An output that takes nothing.</summary>
    private sealed class FullDisk : TextWriter
    {
        public const string Message = "No space left on device";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException(Message);
    }
}
