using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst plan M</c>: what a sweep would run, and what it would cost; it runs nothing and writes nothing.</summary>
internal static class PlanCommand
{
    public static Command Create(CommandContext context)
    {
        var manifest = SharedOptions.Manifest();
        var (weights, device, threads, json) = (SharedOptions.Weights(), SharedOptions.Device(), SharedOptions.Threads(), SharedOptions.Json());
        var command = new Command("plan", "Shows the trials of a manifest with estimates, and runs none. Its images lie beside the manifest.")
        {
            manifest, weights, device, threads, json,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () => RunAsync(
            context,
            parsed.GetRequiredValue(manifest),
            SharedOptions.Settings(context, parsed.GetValue(weights), parsed.GetValue(device), parsed.GetValue(threads)),
            parsed.GetValue(json),
            cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, FileInfo file, ProcessorSettings settings, bool json, CancellationToken cancellation)
    {
        var text = await InputFile.ReadAsync(file, cancellation);
        var manifest = SweepFile.Parse(text, file);
        var sweep = SweepFile.NameOf(manifest, file);

        var folder = file.Directory!.FullName;
        await using var host = new FolderHost(folder, folder, settings, NullLoggerFactory.Instance, cancellation);
        var (plan, _) = await host.Planning.ResolveAsync(sweep, file.Name, text, cancellation);
        var report = SweepEstimate.Of(plan, folder, MachineRate.Measure(settings, context.Clock, cancellation));
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(report, PlanJson.Readable));
        else
            await PlanTable.WriteAsync(context.Output, plan, report);
        return ExitCode.Done;
    }
}
