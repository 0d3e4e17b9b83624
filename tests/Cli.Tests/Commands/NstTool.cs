namespace NeuralStyle.Cli.Tests.Commands;

/// <summary><c>nst</c> in this process, against a storage account.</summary>
internal sealed class NstTool(string connection)
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code, and what it printed to standard output and then to standard error.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var context = new CommandContext(
            TextWriter.Synchronized(output), error, false, name => name == "AzureWebJobsStorage" ? connection : null, TimeProvider.System);
        var exitCode = await NstCommandLine.RunAsync(arguments, context);
        return (exitCode, $"{output}{error}");
    }
}
