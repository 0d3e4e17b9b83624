using System.CommandLine;
using NeuralStyle.Cli.Commands;

namespace NeuralStyle.Cli;

/// <summary>The command line <c>nst</c>.</summary>
internal static class NstCommandLine
{
    // Serving gives its messages back before it ends; a trial stops within one evaluation.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args, CommandContext context)
    {
        var root = new RootCommand("Compares settings of neural style transfer: one manifest in, one labelled sheet out.")
        {
            RunCommand.Create(context),
            PlanCommand.Create(context),
            ServeCommand.Create(context),
            SubmitCommand.Create(context),
            StatusCommand.Create(context),
            RetryCommand.Create(context),
            ControlCommands.Cancel(context),
            ControlCommands.Pause(context),
            ControlCommands.Resume(context),
            FetchCommand.Create(context),
            EffectsCommand.Create(context),
            RankCommand.Create(context),
            VotesCommand.Create(context),
            NextCommand.Create(context),
            VerifyCommand.Create(context),
            SchemaCommand.Create(context),
            TranslateCommand.Create(context),
            BenchCommand.Create(context),
            SimulateCommand.Create(context),
            WeightsCommand.Create(context),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await context.Error.WriteLineAsync($"nst: {error.Message}");
            await context.Error.WriteLineAsync("nst: 'nst --help' and 'nst COMMAND --help' show what is allowed");
            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = context.Output,
            Error = context.Error,
            ProcessTerminationTimeout = TimeToStop,
        });
    }
}
