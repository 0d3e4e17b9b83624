using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst status SWEEP</c>: where a sweep stands.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string>("sweep") { Description = "The sweep's name." };
        var json = SharedOptions.Json();
        var command = new Command("status", "Shows where a sweep stands.") { sweep, json };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetRequiredValue(sweep), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string sweep, bool json, CancellationToken cancellation)
    {
        var view = await new SweepWatch(context.OpenStore(), sweep, context.Clock).LookAsync(cancellation)
            ?? throw new UsageException($"no sweep '{sweep}' is known to this storage account; 'nst submit' starts one");
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(view.Status, PlanJson.Readable));
        else
            await SweepSummary.WriteAsync(context.Output, view);
        return SweepSummary.ExitCodeOf(view.Status);
    }
}
