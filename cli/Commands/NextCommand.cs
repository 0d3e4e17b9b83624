using System.CommandLine;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst next SWEEP</c>: a finer sweep around the trial that people like best.</summary>
internal static class NextCommand
{
    public static Command Create(CommandContext context)
    {
        var (sweep, votes) = (RankCommand.SweepArgument(), RankCommand.VotesOption());
        var output = new Option<FileInfo?>("--out") { Description = "The manifest to write, a file that is not there yet; without it, it is printed." };
        var command = new Command("next", "Writes the manifest of a finer sweep around the winner of the votes.") { sweep, votes, output };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetRequiredValue(sweep), parsed.GetValue(votes), parsed.GetValue(output), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string sweep, FileInfo? votes, FileInfo? output, CancellationToken cancellation)
    {
        var documents = await SweepDocuments.OpenAsync(context, sweep, cancellation);
        var plan = documents.Plan;
        var ranking = PreferenceRanking.Of([.. plan.Compared().Select(trial => trial.Id)], await documents.ReadVotesAsync(votes, cancellation));
        if (ranking.Winner is null)
            throw new UsageException($"'{plan.Sweep}' has no votes on its trials; vote on its report page and give the file with --votes, or put it there with 'nst votes'");

        var text = FinerSweep.Write(await documents.ReadManifestAsync(cancellation), plan, ranking)
            ?? throw new UsageException($"nothing is left to vary around the winner of '{plan.Sweep}': no axis is numeric, and the votes tell the best value of each other");
        if (output is null)
        {
            await context.Output.WriteAsync(text);
            return ExitCode.Done;
        }

        await NewFile.WriteAsync(output, text, cancellation);
        await context.Output.WriteLineAsync($"{FinerSweep.NameOf(plan.Sweep)}: {output.FullName}");
        return ExitCode.Done;
    }
}
