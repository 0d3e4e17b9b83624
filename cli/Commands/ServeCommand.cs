using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst serve</c>: hosts the functions in this process.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SettingsOptions();
        var command = new Command("serve", "Hosts the functions in this process, against the storage account of AzureWebJobsStorage or the local Azurite.");
        shared.AddTo(command, batches: true);
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            using var loggers = LoggerFactory.Create(logging => logging
                .AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss ";
                })
                .SetMinimumLevel(LogLevel.Information));
            var settings = shared.Read(context, parsed);
            await ServeHost.RunAsync(
                new ServeOptions
                {
                    Storage = context.OpenStorage(),
                    Settings = settings,
                    Loggers = loggers,
                    // What plans here computes here too.
                    ConfigureServices = services => services.AddSingleton<IMachineSpeed>(new MeasuredMachine(settings, context.Clock, cancellation)),
                },
                cancellation);
            return ExitCode.Done;
        }));
        return command;
    }
}
