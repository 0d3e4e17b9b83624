using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Simulation;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst simulate</c>: how long a sweep takes on workers that come and go, and what it costs. Runs nothing.</summary>
internal static class SimulateCommand
{
    public static Command Create(CommandContext context)
    {
        var trials = new Option<int[]>("--trials") { Description = "How many trials; several numbers are sweeps beside each other.", AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<double?>("--seconds") { Description = "What each of them computes, seconds." };
        var plan = new Option<FileInfo?>("--plan") { Description = "In their place, what 'nst plan --json' printed: its trials and their estimates, a search's rungs one after the other." };
        var json = SharedOptions.Json();
        var inputs = new SimulationInputs();
        var command = new Command("simulate", "Simulates a sweep in Azure: queue, cold start, scaling, kills. Every assumption is an option; docs/cost-and-scale.md says where its default is from.")
        {
            trials, seconds, plan, json,
        };
        inputs.AddTo(command);
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            var sweeps = await SweepsAsync(parsed.GetValue(trials) ?? [], parsed.GetValue(seconds), parsed.GetValue(plan), cancellation);
            return await RunAsync(context, sweeps, inputs.Options(parsed), inputs.Rates(parsed), parsed.GetValue(json));
        }));
        return command;
    }

    private static async Task<IReadOnlyList<EstimatedTrials>> SweepsAsync(int[] trials, double? seconds, FileInfo? plan, CancellationToken cancellation)
    {
        if (plan is not null && trials.Length == 0 && seconds is null)
            return [EstimatedTrials.Read(plan.Name, await InputFile.ReadAsync(plan, cancellation))];
        if (plan is not null || trials.Length == 0 || seconds is null)
            throw new UsageException("allowed are --trials and --seconds, or --plan alone");
        return trials.Any(count => count is < 1 or > SimulationOptions.MostTrials)
            ? throw new UsageException($"--trials {string.Join(' ', trials)}: allowed are 1 to {SimulationOptions.MostTrials}")
            : [.. trials.Select(count => new EstimatedTrials([.. Enumerable.Repeat(seconds.Value, count)], []))];
    }

    private static async Task<int> RunAsync(
        CommandContext context, IReadOnlyList<EstimatedTrials> sweeps, SimulationOptions assumptions, ReplicaRates rates, bool json)
    {
        var all = sweeps.Select(trials => assumptions with { TrialSeconds = trials.Seconds, Rungs = trials.Rungs }).ToList();
        if (all.SelectMany(options => options.Problems()).Distinct().ToList() is { Count: > 0 } problems)
            throw new UsageException(string.Join("; ", problems));

        var results = all.Select(SweepSimulation.Run).ToList();
        if (json)
        {
            var report = new SimulationReport(
                assumptions, rates, [.. sweeps.Zip(results, (trials, result) => new SimulatedSweep(trials.Seconds.Sum(), result, rates.CostOf(result.ReplicaSeconds)))]);
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(report, PlanJson.Readable));
            return ExitCode.Done;
        }

        foreach (var line in SimulationTable.Lines(results, rates))
            await context.Output.WriteLineAsync(line);
        return ExitCode.Done;
    }
}
