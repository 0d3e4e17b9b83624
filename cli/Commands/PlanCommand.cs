using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Planning;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Estimates;
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
        var output = new Option<DirectoryInfo?>("--out")
        {
            Description = "The folder that 'nst run' would be given: its trials are reused, and its records tell how long others take; by default 'nst-out' here.",
        };
        var shared = new SettingsOptions();
        var json = SharedOptions.Json();
        var command = new Command("plan", "Shows the trials of a manifest with estimates of seconds, memory and money, and runs none. Its images lie beside the manifest.")
        {
            manifest, from, write, output, json,
        };
        shared.AddTo(command);
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
                parsed.GetValue(output)?.FullName ?? Path.GetFullPath(RunCommand.DefaultFolder),
                shared.Read(context, parsed),
                parsed.GetValue(json),
                cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, FileInfo file, string output, ProcessorSettings settings, bool json, CancellationToken cancellation)
    {
        var text = await InputFile.ReadAsync(file, cancellation);
        var manifest = SweepFile.Parse(text, file);
        var sweep = SweepFile.NameOf(manifest, file);

        await using var host = new FolderHost(output, file.Directory!.FullName, settings, NullLoggerFactory.Instance, cancellation);
        var resolved = await host.Planning.ResolveAsync(sweep, file.Name, text, cancellation);
        var (plan, forecast) = await host.ForecastAsync(resolved.Plan, cancellation);
        var verdict = LimitVerdict.Of(forecast, resolved.Manifest.Limits);
        var report = PlanReport.Of(plan, forecast, verdict);
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(report, PlanJson.Readable));
        else
            await PlanTable.WriteAsync(context.Output, plan, report, forecast.Rate);
        // The table shows what there is too much of.
        SweepForecasting.ThrowIfRefused(resolved.Manifest, verdict);
        return ExitCode.Done;
    }
}
