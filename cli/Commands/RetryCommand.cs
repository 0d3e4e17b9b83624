using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst retry SWEEP</c>: runs the failed trials of a sweep again.</summary>
internal static class RetryCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string>("sweep") { Description = "The sweep's name." };
        var place = SweepPlace.Option();
        var wait = new Option<bool>("--wait") { Description = "Wait until the sheet is there, showing progress." };
        var json = SharedOptions.Json();
        var command = new Command(
            "retry", "Runs the failed trials of a sweep again; what is finished stays. Their earlier records are kept beside the new ones.")
        {
            sweep, place, wait, json,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () => RunAsync(
            context,
            SweepPlace.Of(context, parsed.GetValue(place)),
            parsed.GetRequiredValue(sweep),
            parsed.GetValue(wait),
            parsed.GetValue(json),
            cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, SweepPlace place, string sweep, bool wait, bool json, CancellationToken cancellation)
    {
        var status = (await KnownSweep.RequireAsync(place, sweep, context.Clock, cancellation)).Status;
        if (!status.IsFinished)
        {
            throw new UsageException(
                $"sweep '{sweep}' is {Words.Of(status.State)}; only one that has ended can be retried: wait for it, or cancel it first");
        }

        if (status.Count(TrialState.Failed) == 0 && status.State != SweepState.Failed)
        {
            await context.Output.WriteLineAsync($"{sweep}: {Words.Of(status.State)}; no trial failed, there is nothing to run again");
            return ExitCode.Done;
        }

        var manifest = await FindManifestAsync(place, sweep, cancellation);
        var again = await new TrialRepetition(place.Store, new FinishedTrials(place.Store, NullLogger<FinishedTrials>.Instance))
            .PrepareAsync(status, cancellation);
        var trials = $"{again.Count} of {status.Trials.Count} trials {(again.Count == 1 ? "runs" : "run")} again";
        if (place.IsFolder)
        {
            await context.Output.WriteLineAsync($"{sweep}: {trials} with the next 'nst run' of its manifest into the same folder");
            return ExitCode.Done;
        }

        // The same manifest as a new version: what starts any sweep.
        var content = (await place.Store.ReadAsync(StoreLayout.SweepsContainer, manifest, cancellation))!.Content;
        await place.Store.WriteAsync(StoreLayout.SweepsContainer, manifest, content, "application/yaml", cancellation);
        if (!wait)
        {
            await context.Output.WriteLineAsync($"{sweep}: {trials}; 'nst status {sweep}' shows how it goes");
            return ExitCode.Done;
        }

        return await SweepWaiting.WaitAsync(context, place.Store, sweep, manifest, json, cancellation);
    }

    private static async Task<string> FindManifestAsync(SweepPlace place, string sweep, CancellationToken cancellation)
    {
        foreach (var extension in SweepIdentity.Extensions)
        {
            if (await place.Store.ExistsAsync(StoreLayout.SweepsContainer, $"{sweep}{extension}", cancellation))
                return $"{sweep}{extension}";
        }

        throw new UsageException($"the manifest of sweep '{sweep}' is no longer in {StoreLayout.SweepsContainer}/; submit it again");
    }
}
