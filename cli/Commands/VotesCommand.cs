using System.CommandLine;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Cli.Verification;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst votes SWEEP FILE</c>: puts votes beside a sweep.</summary>
internal static class VotesCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string>("sweep") { Description = "The sweep's name, or the folder that nst run wrote." };
        var file = new Argument<FileInfo>("file") { Description = "A file of votes, as the report page saves it." };
        var command = new Command("votes", "Puts a file of votes beside a sweep, together with those that are there already; a vote counts once.") { sweep, file };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetRequiredValue(sweep), parsed.GetRequiredValue(file), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string sweep, FileInfo file, CancellationToken cancellation)
    {
        var documents = await SweepDocuments.OpenAsync(context, sweep, cancellation);
        if (documents.Store is FetchedStore)
            throw new UsageException($"'{sweep}' is a fetched copy, which is only read; name the sweep, or give the file to 'nst rank' and 'nst next' with --votes");

        var kept = await documents.ReadVotesAsync(null, cancellation);
        var given = await documents.ReadVotesAsync(file, cancellation);
        var book = kept.With(given);
        await documents.Store.WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepVotes(documents.Plan.Sweep), book, cancellation);

        await context.Output.WriteLineAsync($"{documents.Plan.Sweep}: {book.Votes.Count} votes, {book.Votes.Count - kept.Votes.Count} of them new");
        if (given.UnknownTrials(documents.Plan.Trials.Select(trial => trial.Id)) is { Count: > 0 } unknown)
            await context.Output.WriteLineAsync($"kept, but no ranking counts votes on trials that the sweep does not have: {Shown.List(unknown)}");
        return ExitCode.Done;
    }
}
