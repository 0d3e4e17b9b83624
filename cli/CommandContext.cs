using NeuralStyle.Cli.Progress;
using NeuralStyle.Functions.Storage;
using Spectre.Console;

namespace NeuralStyle.Cli;

/// <summary>What the commands get from the outside world, so that tests can give them another.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTerminal">Whether a person watches standard output.</param>
/// <param name="Variable">Reads an environment variable.</param>
/// <param name="Clock">The time.</param>
internal sealed record CommandContext(
    TextWriter Output, TextWriter Error, bool IsTerminal, Func<string, string?> Variable, TimeProvider Clock)
{
    /// <summary>The VGG-19 weights file of <c>NEURALSTYLE_VGG19</c>, if it is set.</summary>
    public string? Vgg19Path => Variable("NEURALSTYLE_VGG19") is { Length: > 0 } path ? path : null;

    public static CommandContext OfProcess() => new(
        Console.Out, Console.Error, !Console.IsOutputRedirected, Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>The storage account: <c>AzureWebJobsStorage</c>, or the local Azurite.</summary>
    public StorageConnection OpenStorage() => StorageConnection.FromConnectionString(
        Variable(StorageConnection.Setting) is { Length: > 0 } connection ? connection : "UseDevelopmentStorage=true");

    public IStore OpenStore() => new BlobStore(OpenStorage().Blobs);

    public ISweepDisplay Display(bool json) => IsTerminal && !json
        ? new TerminalDisplay(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output) }))
        : new PlainDisplay(Output, json);
}
