using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Weights;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst weights info FILE</c>: what a weights file holds.</summary>
internal static class WeightsInfoCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<FileInfo>("file") { Description = "A weights file: .safetensors, PyTorch's .pth, or TorchSharp's .dat." }.AcceptExistingOnly();
        var json = SharedOptions.Json();
        var command = new Command("info", "Says a weights file's format, network, layers, preprocessing and hash.") { file, json };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            var path = parsed.GetRequiredValue(file);
            var bytes = await InputFile.ReadAsync(path, cancellation);
            var weights = WeightsFile.Parse(path.Name, bytes);
            await context.Output.WriteAsync(parsed.GetValue(json)
                ? $"{JsonSerializer.Serialize(WeightsInfo.Json(weights, bytes.LongLength), PlanJson.Readable)}\n"
                : WeightsInfo.Text(weights, bytes.LongLength));
            return ExitCode.Done;
        }));
        return command;
    }
}
