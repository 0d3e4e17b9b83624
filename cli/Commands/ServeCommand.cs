using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst serve</c>: hosts the functions in this process.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SettingsOptions();
        var command = new Command("serve", "Hosts the functions in this process, against the storage account of AzureWebJobsStorage or the local Azurite.");
        var role = new Option<ServeRole>("--role")
        {
            Description = "Which part to serve where several processes share the account: control is all but the trials, worker the trials alone. "
                + "AzureWebJobs.NAME.Disabled=true in the environment switches off one function more.",
        };
        command.Add(role);
        shared.AddTo(command, batches: true);
        var telemetry = new Option<FileInfo?>("--telemetry")
        {
            Description = "A file that takes spans and measures, one line of JSON each; what it holds stays.",
        };
        command.Options.Add(telemetry);
        var port = Port();
        command.Add(port);
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
            var switchedOff = AppFunctions.SwitchedOff(parsed.GetValue(role), Variables());
            var computes = !switchedOff.Contains(nameof(RunTrial));
            // Before a message is taken: each that a worker without its device gives back is nearer to being given up.
            if (computes && new DeviceLook().At(settings.Device) is { IsPresent: false, Reason: var reason })
                throw new WorkerFaultException(new WorkerFault(WorkerFaultKind.DeviceMissing, reason ?? $"Device '{settings.Device}' is not here."));
            await ServeHost.RunAsync(
                new ServeOptions
                {
                    Storage = context.OpenStorage(),
                    Settings = settings,
                    Loggers = loggers,
                    TelemetryPath = parsed.GetValue(telemetry)?.FullName,
                    SwitchedOff = switchedOff,
                    Port = parsed.GetValue(port),
                    ConfigureServices = services =>
                    {
                        // What plans here computes here too, unless it is left to others.
                        if (computes)
                            services.AddSingleton<IMachineSpeed>(new MeasuredMachine(settings, context.Clock, cancellation));
                    },
                },
                cancellation);
            return ExitCode.Done;
        }));
        return command;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value));

    // Off unless asked for: nobody who calls it needs a key, and two hosts on one machine would be in each other's way.
    private static Option<int?> Port()
    {
        var port = new Option<int?>("--port") { Description = "Answer the HTTP functions too, on this port of 127.0.0.1; 0 picks one that is free and says which." };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= ushort.MaxValue))
                result.AddError($"--port '{token.Value}' is no port; allowed: 0 to {ushort.MaxValue}");
        });
        return port;
    }
}
