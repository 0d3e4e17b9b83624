using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NeuralStyle.Cli.Bench;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst bench</c>: what the engine costs beyond its convolutions, and whether its memory grows.</summary>
internal static class BenchCommand
{
    public static Command Create(CommandContext context)
    {
        var size = new Option<int>("--size") { Description = "Longest side, pixels.", DefaultValueFactory = _ => 256 };
        var (weights, device, threads, json) = (SharedOptions.Weights(), SharedOptions.Device(), SharedOptions.Threads(), SharedOptions.Json());
        var command = new Command("bench", "Measures one evaluation against a bare loop of the same convolutions, and memory over 500 evaluations.")
        {
            size, weights, device, threads, json,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            var library = new WeightsLibrary(SharedOptions.WeightsPaths(parsed.GetValue(weights)) ?? context.WeightsPaths);
            var options = new EngineOptions { Device = parsed.GetValue(device) ?? "cpu", Threads = parsed.GetValue(threads) };
            using var stylizer = new Stylizer(library, options, context.Clock);
            await WriteAsync(context, library, stylizer, parsed.GetValue(size), parsed.GetValue(json), cancellation);
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task WriteAsync(
        CommandContext context, WeightsLibrary library, Stylizer stylizer, int size, bool json, CancellationToken cancellation)
    {
        var timings = new List<EvaluationTiming>();
        foreach (var network in Enum.GetValues<NetworkName>().Where(library.Has))
        {
            var timing = EvaluationBench.Run(stylizer, library, network, size, cancellation);
            timings.Add(timing);
            if (!json)
            {
                await context.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{EnumNames.Of(network)} {size} px: bare loop {timing.BareSeconds * 1000:0.0} ms, evaluation {timing.EvaluationSeconds * 1000:0.0} ms (ratio {timing.EvaluationRatio:0.000}), with L-BFGS's step {timing.StepSeconds * 1000:0.0} ms (ratio {timing.StepRatio:0.000})"));
            }
        }

        var memory = MemoryBench.Run(stylizer, library, size / 2, cancellation);
        await context.Output.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { stylizer.Environment, timings, memory }, PlanJson.Readable)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"memory over {memory.Evaluations} evaluations at {memory.ImageSize} px: {memory.MebibytesGrown:+0.0;-0.0} MiB"));
    }
}
