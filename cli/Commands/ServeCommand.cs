using System.CommandLine;
using Microsoft.Extensions.Logging;
using NeuralStyle.Cli.Serve;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst serve</c>: hosts the functions in this process.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext context)
    {
        var (weights, device, threads, batch) = (SharedOptions.Weights(), SharedOptions.Device(), SharedOptions.Threads(), SharedOptions.Batch());
        var command = new Command("serve", "Hosts the functions in this process, against the storage account of AzureWebJobsStorage or the local Azurite.")
        {
            weights, device, threads, batch,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            using var loggers = LoggerFactory.Create(logging => logging
                .AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss ";
                })
                .SetMinimumLevel(LogLevel.Information));
            await ServeHost.RunAsync(
                new ServeOptions
                {
                    Storage = context.OpenStorage(),
                    Settings = SharedOptions.Settings(
                        context, parsed.GetValue(weights), parsed.GetValue(device), parsed.GetValue(threads), parsed.GetValue(batch)),
                    Loggers = loggers,
                },
                cancellation);
            return ExitCode.Done;
        }));
        return command;
    }
}
