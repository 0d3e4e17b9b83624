using System.CommandLine;
using System.Globalization;
using NeuralStyle.Cli.Weights;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst weights get NETWORK</c>: the only command that downloads anything.</summary>
internal static class WeightsGetCommand
{
    public static Command Create(CommandContext context)
    {
        var network = new Argument<string>("network") { Description = "vgg19 or vgg16." }
            .AcceptOnlyFromAmong(EnumNames.Of(NetworkName.Vgg19), EnumNames.Of(NetworkName.Vgg16));
        var source = new Option<string>("--source")
        {
            Description = "torchvision, or caffe: Oxford's original weights, which Gatys and neural-style used. By default torchvision.",
            DefaultValueFactory = _ => EnumNames.Of(WeightsSource.Torchvision),
        }.AcceptOnlyFromAmong([.. EnumNames.All<WeightsSource>()]);
        var folder = new Option<DirectoryInfo?>("--dir") { Description = "The folder to write; by default neuralstyle in the user's cache (XDG_CACHE_HOME, or ~/.cache)." };
        var command = new Command("get", "Downloads published weights, about 550 MB; broken off, it goes on where it was.") { network, source, folder };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            var wanted = Enum.Parse<NetworkName>(parsed.GetRequiredValue(network), ignoreCase: true);
            var weights = PublishedWeights.Of(wanted, Enum.Parse<WeightsSource>(parsed.GetRequiredValue(source), ignoreCase: true));
            using var http = new HttpClient();
            var download = new WeightsDownload(http, Progress(context));
            var (path, sha256) = await download.RunAsync(weights, parsed.GetValue(folder)?.FullName ?? WeightsCache.Folder(context), cancellation);
            var variable = wanted == NetworkName.Vgg16 ? CommandContext.Vgg16Variable : CommandContext.Vgg19Variable;
            await context.Output.WriteLineAsync($"{path}");
            await context.Output.WriteLineAsync(
                $"SHA-256 {sha256}, of which {(weights.Sha256.Length == 64 ? "all" : "the first")} {weights.Sha256.Length} digits are published and were checked");
            await context.Output.WriteLineAsync($"Use it with --weights, or set {variable} to its path.");
            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>A line of progress a tenth of the file, or every 64 MiB where its size is unknown.</summary>
    private static Action<long, long?> Progress(CommandContext context)
    {
        long shown = 0;
        return (bytes, total) =>
        {
            if (bytes - shown < (total / 10 ?? 64 << 20))
                return;
            shown = bytes;
            context.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{bytes >> 20} MiB{(total is { } all ? $" of {all >> 20}" : string.Empty)}"));
        };
    }
}
