using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Effects;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Effects.Runs;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst effects</c>: what a sweep's axes do, and where its comparisons, or another system's, are confounded.</summary>
internal static class EffectsCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string?>("sweep")
        {
            Description = "The sweep's name, or a folder that nst fetch or nst run wrote.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var runs = new Option<FileInfo?>("--runs") { Description = "Instead of a sweep, a JSON file of another system's runs and published labels." };
        var json = SharedOptions.Json();
        var command = new Command("effects", "Shows what each axis of a sweep does to its measures, and which comparisons are confounded.") { sweep, runs, json };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetValue(sweep), parsed.GetValue(runs), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? sweep, FileInfo? runs, bool json, CancellationToken cancellation)
    {
        if (sweep is null == runs is null)
            throw new UsageException("give either a sweep or --runs FILE");
        if (runs is not null)
            await JudgeAsync(context, runs, json, cancellation);
        else
            await ShowAsync(context, sweep!, json, cancellation);
        return ExitCode.Done;
    }

    private static async Task ShowAsync(CommandContext context, string sweep, bool json, CancellationToken cancellation)
    {
        var documents = await SweepDocuments.OpenAsync(context, sweep, cancellation);
        var effects = SweepEffects.Of(documents.Plan, await documents.ReadRecordsAsync(cancellation));
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(effects, PlanJson.Readable));
        else
            await EffectsTable.WriteAsync(context.Output, effects);
    }

    private static async Task JudgeAsync(CommandContext context, FileInfo file, bool json, CancellationToken cancellation)
    {
        var runs = RecordedRunsReader.Read(SweepDocuments.Text(await InputFile.ReadAsync(file, cancellation), file.Name), file.Name);
        var judgement = RunsJudgement.Of(runs);
        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(judgement, PlanJson.Readable));
        else
            await RunsReport.WriteAsync(context.Output, runs, judgement);
    }
}
