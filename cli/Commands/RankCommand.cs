using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Effects;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst rank SWEEP</c>: which of a sweep's trials people like, by their votes.</summary>
internal static class RankCommand
{
    public static Command Create(CommandContext context)
    {
        var (sweep, votes, json) = (SweepArgument(), VotesOption(), SharedOptions.Json());
        var command = new Command("rank", "Ranks a sweep's trials by votes on pairs of them (Bradley-Terry), with 95 % intervals.") { sweep, votes, json };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetRequiredValue(sweep), parsed.GetValue(votes), parsed.GetValue(json), cancellation)));
        return command;
    }

    /// <summary>The sweep, for the commands on preference.</summary>
    public static Argument<string> SweepArgument() => new("sweep") { Description = "The sweep's name, or a folder that nst fetch or nst run wrote." };

    /// <summary>The file of votes, for the commands on preference.</summary>
    public static Option<FileInfo?> VotesOption() => new("--votes")
    {
        Description = "A file of votes, as the report page saves it; by default the votes that nst votes put beside the sweep.",
    };

    private static async Task<int> RunAsync(CommandContext context, string sweep, FileInfo? votes, bool json, CancellationToken cancellation)
    {
        var documents = await SweepDocuments.OpenAsync(context, sweep, cancellation);
        var ranking = PreferenceRanking.Of([.. documents.Plan.Compared().Select(trial => trial.Id)], await documents.ReadVotesAsync(votes, cancellation));
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(ranking, PlanJson.Readable));
        else
            await RankingTable.WriteAsync(context.Output, documents.Plan, ranking);
        return ExitCode.Done;
    }
}
