using System.CommandLine;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst weights convert IN OUT</c>: a weights file in another form, without what isn't needed.</summary>
internal static class WeightsConvertCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new Argument<FileInfo>("in") { Description = "A weights file: .safetensors, PyTorch's .pth, or TorchSharp's .dat." }.AcceptExistingOnly();
        var output = new Argument<FileInfo>("out") { Description = "The file to write: .safetensors, which says what it is, or .dat, TorchSharp's format, which can't." };
        var preprocessing = new Option<string?>("--preprocessing") { Description = "torchvision or caffe, for a file that doesn't tell." }
            .AcceptOnlyFromAmong([.. EnumNames.All<Preprocessing>()]);
        var network = new Option<string?>("--network") { Description = "vgg19 or vgg16, for a file of the first blocks alone, which doesn't tell." }
            .AcceptOnlyFromAmong(EnumNames.Of(NetworkName.Vgg19), EnumNames.Of(NetworkName.Vgg16));
        var type = new Option<string?>("--dtype") { Description = "float16 or float32; the file's own when left out, but never wider than float32." }
            .AcceptOnlyFromAmong(EnumNames.Of(NumberType.Float16), EnumNames.Of(NumberType.Float32));
        var layers = new Option<string?>("--layers") { Description = "The layers to keep, from the first on: conv1_1..conv3_4, or conv3_4 for short." };
        var command = new Command("convert", "Writes a weights file in another form, without its classifier.")
        {
            input, output, preprocessing, network, type, layers,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, async () =>
        {
            var (from, to) = (parsed.GetRequiredValue(input), parsed.GetRequiredValue(output));
            var conversion = new WeightsConversion
            {
                Format = FormatOf(to),
                Type = Named<NumberType>(parsed.GetValue(type)),
                Network = Named<NetworkName>(parsed.GetValue(network)),
                Preprocessing = Named<Preprocessing>(parsed.GetValue(preprocessing)),
                Last = LastOf(parsed.GetValue(layers)),
            };
            var file = WeightsFile.Parse(from.Name, await InputFile.ReadAsync(from, cancellation));
            var converted = conversion.Convert(file);
            await WriteAsync(to, converted, cancellation);
            await context.Output.WriteLineAsync($"{to.FullName}: {converted.Length} bytes, SHA-256 {WeightsFile.Parse(to.Name, converted).Sha256}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static WeightsFormat FormatOf(FileInfo file) => file.Extension.ToLowerInvariant() switch
    {
        ".safetensors" => WeightsFormat.Safetensors,
        ".dat" => WeightsFormat.TorchSharp,
        _ => throw new UsageException($"'{file.Name}' has an extension that can't be written; allowed are .safetensors and .dat, TorchSharp's format"),
    };

    private static LayerName? LastOf(string? layers)
    {
        if (layers is null)
            return null;
        var ends = layers.Split("..", StringSplitOptions.TrimEntries);
        var first = VggTopology.Convolutions[0];
        return ends.Length <= 2
            && LayerName.TryParse(ends[^1], out var last) && last.Kind == LayerKind.Conv && VggTopology.Contains(last)
            && (ends.Length == 1 || (LayerName.TryParse(ends[0], out var begin) && begin == first))
            ? last
            : throw new UsageException($"--layers is '{layers}'; allowed is {first}..convB_I, for a network computes from its first layer on, e.g. {first}..conv3_4");
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => name is not null && EnumNames.TryParse<T>(name, out var member) ? member : null;

    private static async Task WriteAsync(FileInfo file, byte[] bytes, CancellationToken cancellation)
    {
        var temporary = $"{file.FullName}.part";
        try
        {
            file.Directory?.Create();
            await File.WriteAllBytesAsync(temporary, bytes, cancellation);
            File.Move(temporary, file.FullName, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file.FullName}' could not be written: {exception.Message}");
        }
    }
}
