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
        manifest.Arity = ArgumentArity.ZeroOrOne;
        var from = new Option<FileInfo>("--from") { Description = "Instead: restore the manifest that a sheet.png or a trial's image.png carries in its metadata." }.AcceptExistingOnly();
        var write = new Option<FileInfo?>("--write") { Description = "With --from: the file to write the manifest to, instead of standard output." };
        var (weights, device, threads, json) = (SharedOptions.Weights(), SharedOptions.Device(), SharedOptions.Threads(), SharedOptions.Json());
        var command = new Command("plan", "Shows the trials of a manifest with estimates, and runs none. Its images lie beside the manifest.")
        {
            manifest, from, write, weights, device, threads, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(manifest) is null == result.GetValue(from) is null)
                result.AddError("'plan' needs a manifest, or --from with a PNG; one of them, not both");
            else if (result.GetValue(write) is not null && result.GetValue(from) is null)
                result.AddError("--write goes with --from");
        });
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () => parsed.GetValue(from) is { } image
            ? PlanFrom.RunAsync(context, image, parsed.GetValue(write), cancellation)
            : RunAsync(
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
