using Microsoft.Extensions.Configuration;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Engine.Networks;
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
    /// <summary>The environment variable that names a weights file of VGG-19.</summary>
    public const string Vgg19Variable = "NEURALSTYLE_VGG19";

    /// <summary>The environment variable that names a weights file of VGG-16.</summary>
    public const string Vgg16Variable = "NEURALSTYLE_VGG16";

    /// <summary>The weights files of <c>NEURALSTYLE_VGG19</c> and <c>NEURALSTYLE_VGG16</c>, as <see cref="WeightsLibrary"/> takes them; null where neither is set.</summary>
    public string? WeightsPaths
    {
        get
        {
            var paths = string.Join(WeightsLibrary.Separator, new[] { Variable(Vgg19Variable), Variable(Vgg16Variable) }.Where(path => !string.IsNullOrWhiteSpace(path)));
            return paths.Length > 0 ? paths : null;
        }
    }

    public static CommandContext OfProcess() => new(
        Console.Out, Console.Error, !Console.IsOutputRedirected, Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>
    /// The storage account: the connection string <c>AzureWebJobsStorage</c>; or the account <c>AzureWebJobsStorage__accountName</c>, as whoever
    /// is signed in (<c>az login</c>), which is all that an account without keys takes; or the local Azurite.
    /// </summary>
    public StorageConnection OpenStorage()
    {
        if (Variable(StorageConnection.Setting) is { Length: > 0 } connection)
            return StorageConnection.FromConnectionString(connection);
        if (Variable($"{StorageConnection.Setting}__accountName") is not { Length: > 0 } account)
            return StorageConnection.FromConnectionString("UseDevelopmentStorage=true");
        return StorageConnection.FromConfiguration(
            new ConfigurationBuilder().AddInMemoryCollection([new($"{StorageConnection.Setting}:accountName", account)]).Build());
    }

    public IStore OpenStore() => new BlobStore(OpenStorage().Blobs);

    public ISweepDisplay Display(bool json) => IsTerminal && !json
        ? new TerminalDisplay(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output) }))
        : new PlainDisplay(Output, json);
}
