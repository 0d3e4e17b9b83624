using System.CommandLine;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst schema</c>: the manifest's JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("schema", "Prints the JSON Schema of manifests, for editors that check and complete.");
        command.SetAction(_ => CommandGuard.RunAsync(context, async () =>
        {
            await context.Output.WriteLineAsync(ManifestSchema.Text());
            return ExitCode.Done;
        }));
        return command;
    }
}
