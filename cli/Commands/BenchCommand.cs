using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NeuralStyle.Cli.Bench;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst bench</c>: what the engine costs beyond its convolutions, what a ladder saves, and memory.</summary>
internal static class BenchCommand
{
    private const int GrowthSize = 128;

    public static Command Create(CommandContext context)
    {
        var sizes = new Option<int[]>("--size")
        {
            Description = "Longest sides, pixels; several can be given. The ladder is measured at the largest.",
            DefaultValueFactory = _ => [128, 256, 512],
            AllowMultipleArgumentsPerToken = true,
        };
        sizes.Validators.Add(result =>
        {
            var range = ParameterCatalog.ImageSize;
            foreach (var text in result.Tokens.Select(token => token.Value))
            {
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < range.Minimum || size > range.Maximum)
                    result.AddError($"--size '{text}' is no size; allowed: {range.Allowed}");
            }
        });
        var parts = new Option<string[]>("--only")
        {
            Description = "Some of: evaluation, ladder, growth, peak; all when left out.",
            DefaultValueFactory = _ => [.. EnumNames.All<BenchPart>()],
            AllowMultipleArgumentsPerToken = true,
        }.AcceptOnlyFromAmong([.. EnumNames.All<BenchPart>()]);
        var images = new Option<FileInfo[]>("--images")
        {
            Description = "Content and style for the ladder; pictures made up of waves when left out. What a ladder saves depends on them.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        }.AcceptExistingOnly();
        // For the bench itself: a trial's memory is measured in a process of its own.
        var peakOf = new Option<string[]>("--peak-of") { Arity = new ArgumentArity(3, 3), AllowMultipleArgumentsPerToken = true, Hidden = true };
        // Likewise, the bare loop where the engine has changed nothing.
        var plainOf = new Option<string[]>(PlainLoop.Option) { Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true, Hidden = true };
        var (weights, device, threads, json) = (SharedOptions.Weights(), SharedOptions.Device(), SharedOptions.Threads(), SharedOptions.Json());
        var command = new Command(
            "bench", "Measures one evaluation against a bare loop of the same convolutions, a ladder of scales against one scale, and memory.")
        {
            sizes, parts, images, peakOf, plainOf, weights, device, threads, json,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            var library = new WeightsLibrary(SharedOptions.WeightsPaths(parsed.GetValue(weights)) ?? context.WeightsPaths);
            var options = new EngineOptions { Device = parsed.GetValue(device) ?? "cpu", Threads = parsed.GetValue(threads), CheckpointInterval = null };
            if (parsed.GetValue(plainOf) is [var plainNetwork, var plainSize])
            {
                ServePlain(library, options, context.Clock, plainNetwork, plainSize);
                return ExitCode.Done;
            }

            if (parsed.GetValue(peakOf) is [var name, var size, var optimizer])
            {
                using var small = new Stylizer(library, options, context.Clock);
                await WritePeakAsync(context, small, library, name, size, optimizer, cancellation);
                return ExitCode.Done;
            }

            var asked = Enum.GetValues<BenchPart>().Where(part => parsed.GetValue(parts)!.Contains(EnumNames.Of(part))).ToArray();
            var ladderPictures = parsed.GetValue(images) is [var content, var style] ? await ReadAsync(content, style, cancellation) : null;
            using var stylizer = new Stylizer(library, options, context.Clock);
            var runner = new BenchRunner(stylizer, library, parsed.GetValue(sizes)!, ladderPictures, HandedOn(parsed, weights, threads));
            var report = new BenchReport(stylizer.Environment);
            var print = parsed.GetValue(json) ? (Func<string, Task>)(_ => Task.CompletedTask) : context.Output.WriteLineAsync;
            await runner.RunAsync(asked, GrowthSize, report, print, cancellation);
            if (parsed.GetValue(json))
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(report, PlanJson.Readable));
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task<TrialPictures> ReadAsync(FileInfo content, FileInfo style, CancellationToken cancellation)
    {
        return new TrialPictures { Content = await ReadOneAsync(content), Styles = [await ReadOneAsync(style)] };

        async Task<Picture> ReadOneAsync(FileInfo file)
        {
            var bytes = await InputFile.ReadAsync(file, cancellation);
            try
            {
                return new ImageReader().Read(file.Name, bytes);
            }
            catch (ImageException exception)
            {
                throw new UsageException(exception.Message);
            }
        }
    }

    private static List<string> HandedOn(ParseResult parsed, Option<FileInfo[]> weights, Option<int?> threads)
    {
        var arguments = new List<string>();
        foreach (var file in parsed.GetValue(weights) ?? [])
            arguments.AddRange([weights.Name, file.FullName]);
        if (parsed.GetValue(threads) is { } number)
            arguments.AddRange([threads.Name, $"{number}"]);
        return arguments;
    }

    private static void ServePlain(WeightsLibrary library, EngineOptions options, TimeProvider clock, string name, string size)
    {
        if (!EnumNames.TryParse(name, out NetworkName network) || !int.TryParse(size, out var pixels))
            throw new UsageException($"{PlainLoop.Option} {name} {size} is no network and size");
        // It sets the library's number of threads, and leaves the process otherwise as it is.
        using var threads = new Stylizer(library, options with { KeepFreedMemory = false }, clock);
        PlainLoop.Serve(library.Of(network), pixels, Console.In, Console.Out);
    }

    private static async Task WritePeakAsync(
        CommandContext context, Stylizer stylizer, WeightsLibrary library, string name, string size, string optimizer, CancellationToken cancellation)
    {
        if (!EnumNames.TryParse(name, out NetworkName network) || !int.TryParse(size, out var pixels) || !EnumNames.TryParse(optimizer, out OptimizerKind kind))
            throw new UsageException($"--peak-of {name} {size} {optimizer} is no network, size and optimizer");
        var peak = PeakBench.MeasureHere(stylizer, library, network, pixels, kind, cancellation);
        await context.Output.WriteLineAsync(JsonSerializer.Serialize(peak, PlanJson.Compact));
    }
}
