using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst run M</c>: a whole sweep on this machine, over a folder, without services.</summary>
internal static class RunCommand
{
    /// <summary>The folder where no other is named.</summary>
    public const string DefaultFolder = "nst-out";

    public static Command Create(CommandContext context)
    {
        var manifest = SharedOptions.Manifest();
        var output = new Option<DirectoryInfo?>("--out")
        {
            Description = "The folder that holds trials and results; by default 'nst-out' here. Finished trials in it are not computed again.",
        };
        var (shared, json) = (new SettingsOptions(), SharedOptions.Json());
        var retry = new Option<bool>("--retry") { Description = "Run trials again that failed in this folder before; without it, their failure is the answer." };
        var command = new Command("run", "Runs a sweep on this machine. Its images lie beside the manifest.")
        {
            manifest, output, retry, json,
        };
        shared.AddTo(command, batches: true);
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () => RunAsync(
            context,
            parsed.GetRequiredValue(manifest),
            parsed.GetValue(output)?.FullName ?? Path.GetFullPath(DefaultFolder),
            shared.Read(context, parsed),
            parsed.GetValue(retry),
            parsed.GetValue(json),
            cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, FileInfo file, string output, ProcessorSettings settings, bool retry, bool json, CancellationToken cancellation)
    {
        var text = await InputFile.ReadAsync(file, cancellation);
        var manifest = SweepFile.Parse(text, file);
        var sweep = SweepFile.NameOf(manifest, file);

        await using var host = new FolderHost(output, file.Directory!.FullName, settings, NullLoggerFactory.Instance, cancellation);
        // What a sweep would be refused or fail for as a whole is said before it begins: weights that can't be read, limits that are too small.
        await host.CheckLimitsAsync(await host.Planning.ResolveAsync(sweep, file.Name, text, cancellation), cancellation);
        if (retry)
            await host.RepeatFailedAsync(sweep, cancellation);
        var etag = await host.StartAsync(sweep, text, cancellation);
        var last = await ShowAsync(context, host, sweep, etag, json);
        if (!json)
        {
            await SweepSummary.WriteAsync(context.Output, last);
            await SweepSummary.WriteRepeatedAsync(context.Output, host.Store, last.Status, cancellation);
            if (last.Status.State is SweepState.Failed or SweepState.Rejected)
                return SweepSummary.ExitCodeOf(last.Status);
            await context.Output.WriteLineAsync($"{sweep}: the sheet and the report are in {Path.Combine(output, "results", sweep)}");
        }

        return SweepSummary.ExitCodeOf(last.Status);
    }

    private static async Task<SweepView> ShowAsync(CommandContext context, FolderHost host, string sweep, string etag, bool json)
    {
        try
        {
            var views = new SweepWatch(host.Store, sweep, context.Clock).FollowAsync(etag, host.Stopping);
            return await context.Display(json).ShowAsync(views, host.Stopping);
        }
        catch (OperationCanceledException) when (host.Fault is { } fault)
        {
            throw new WorkerFaultException(fault);
        }
    }
}
