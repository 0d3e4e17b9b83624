using System.CommandLine;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst votes SWEEP FILE</c>: puts votes beside a sweep.</summary>
internal static class VotesCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string>("sweep") { Description = "The sweep's name." };
        var file = new Argument<FileInfo>("file") { Description = "A file of votes, as the report page saves it." };
        var command = new Command("votes", "Puts a file of votes beside a sweep, together with those that are there already; a vote counts once.") { sweep, file };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetRequiredValue(sweep), parsed.GetRequiredValue(file), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string sweep, FileInfo file, CancellationToken cancellation)
    {
        var given = VoteBookReader.Read(SweepDocuments.Text(await InputFile.ReadAsync(file, cancellation), file.Name), file.Name, sweep);
        var store = context.OpenStore();
        var plan = await store.ReadDocumentAsync<SweepPlan>(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(sweep), cancellation)
            ?? throw new UsageException($"no planned sweep '{sweep}' is known to this storage account; 'nst submit' starts one");
        var name = StoreLayout.SweepVotes(sweep);
        var kept = await store.ReadAsync(StoreLayout.ResultsContainer, name, cancellation) is { } blob
            ? VoteBookReader.Read(SweepDocuments.Text(blob.Content.ToArray(), name), name, sweep)
            : new VoteBook { Sweep = sweep };
        var book = kept.With(given);
        await store.WriteDocumentAsync(StoreLayout.ResultsContainer, name, book, cancellation);

        await context.Output.WriteLineAsync($"{sweep}: {book.Votes.Count} votes, {book.Votes.Count - kept.Votes.Count} of them new");
        if (given.UnknownTrials(plan.Trials.Select(trial => trial.Id)) is { Count: > 0 } unknown)
            await context.Output.WriteLineAsync($"kept, but no ranking counts votes on trials that the sweep does not have: {Shown.List(unknown)}");
        return ExitCode.Done;
    }
}
