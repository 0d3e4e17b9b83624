using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst status [SWEEP]</c>: where a sweep stands, or all of them.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string?>("sweep")
        {
            Description = "The sweep's name; all sweeps are listed without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var watch = new Option<bool>("--watch") { Description = "Show it live until it has ended: redrawn on a terminal, a line for each event elsewhere." };
        var (place, json) = (SweepPlace.Option(), SharedOptions.Json());
        var command = new Command("status", "Shows where a sweep stands, or lists all sweeps.") { sweep, watch, place, json };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () =>
        {
            var (where, machine) = (SweepPlace.Of(context, parsed.GetValue(place)), parsed.GetValue(json));
            return (parsed.GetValue(sweep), parsed.GetValue(watch)) switch
            {
                (null, true) => throw new UsageException("--watch needs the name of a sweep; 'nst status' lists them"),
                (null, false) => ListAsync(context, where, machine, cancellation),
                ({ } name, true) => WatchAsync(context, where, name, machine, cancellation),
                ({ } name, false) => ShowAsync(context, where, name, machine, cancellation),
            };
        }));
        return command;
    }

    private static async Task<int> ShowAsync(CommandContext context, SweepPlace place, string sweep, bool json, CancellationToken cancellation)
    {
        var view = await KnownSweep.RequireAsync(place, sweep, context.Clock, cancellation);
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(view.Status, PlanJson.Readable));
        else
        {
            await SweepSummary.WriteAsync(context.Output, view);
            await SweepSummary.WriteRepeatedAsync(context.Output, place.Store, view.Status, cancellation);
        }

        return SweepSummary.ExitCodeOf(view.Status);
    }

    private static async Task<int> WatchAsync(CommandContext context, SweepPlace place, string sweep, bool json, CancellationToken cancellation)
    {
        await KnownSweep.RequireAsync(place, sweep, context.Clock, cancellation);
        return await SweepWaiting.FollowAsync(context, place.Store, sweep, null, json, cancellation);
    }

    private static async Task<int> ListAsync(CommandContext context, SweepPlace place, bool json, CancellationToken cancellation)
    {
        var lines = new List<SweepLine>();
        foreach (var name in await place.NamesAsync(cancellation))
        {
            if (await SweepLine.ReadAsync(place.Store, name, cancellation) is { } line)
                lines.Add(line);
        }

        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(lines, PlanJson.Readable));
        else
            await SweepLine.WriteAsync(context.Output, place, lines);
        return ExitCode.Done;
    }
}
