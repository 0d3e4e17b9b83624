using System.CommandLine;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst weights</c>: what to do with weights files.</summary>
internal static class WeightsCommand
{
    public static Command Create(CommandContext context) => new("weights", "Downloads, describes and converts weights files.")
    {
        WeightsGetCommand.Create(context),
        WeightsInfoCommand.Create(context),
        WeightsConvertCommand.Create(context),
    };
}
