using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Cli.Commands;

/// <summary>Arguments and options that several commands have, worded once.</summary>
internal static class SharedOptions
{
    public static Argument<FileInfo> Manifest() => new Argument<FileInfo>("manifest")
    {
        Description = "The sweep manifest, YAML or JSON.",
    }.AcceptExistingOnly();

    public static Option<bool> Json() => new("--json") { Description = "Print JSON for machines instead of text for people." };

    public static Option<FileInfo[]> Weights() => new("--weights")
    {
        Description = "A weights file of VGG-19 or VGG-16: .safetensors, PyTorch's .pth or TorchSharp's .dat; the file says of which it is. May be "
            + "given twice, for both. Without it, and without NEURALSTYLE_VGG19 and NEURALSTYLE_VGG16, the network is vgg19-mini.",
    };

    public static Option<string?> Device() => new("--device") { Description = "What to compute on: cpu (the default), cuda or cuda:N." };

    public static Option<int?> Threads() => WholeNumber(
        "--threads", "threads", 1024, "Threads of the tensor library, 1 to 1024; one a processor when left out.");

    public static Option<int?> Batch() => WholeNumber(
        "--batch",
        "trials",
        ProcessorSettings.LargestBatch,
        $"Trials of one size that the engine takes as one batch, 1 (the default) to {ProcessorSettings.LargestBatch}: for a GPU that one image leaves idle.");

    /// <summary>The files of <c>--weights</c> as <see cref="WeightsLibrary"/> takes them; null where there are none.</summary>
    public static string? WeightsPaths(FileInfo[]? weights) =>
        weights is { Length: > 0 } ? string.Join(WeightsLibrary.Separator, weights.Select(file => file.FullName)) : null;

    /// <summary>The app's settings of the environment, with what the command line says over them.</summary>
    public static ProcessorSettings Settings(CommandContext context, FileInfo[]? weights, string? device, int? threads, int? batch = null)
    {
        var settings = ProcessorSettingsReader.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        return settings with
        {
            Device = device ?? settings.Device,
            Threads = threads ?? settings.Threads,
            Batch = batch ?? settings.Batch,
            WeightsPath = WeightsPaths(weights) ?? settings.WeightsPath ?? context.WeightsPaths,
        };
    }

    private static Option<int?> WholeNumber(string name, string ofWhat, int most, string description)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
                result.AddError($"{name} '{token.Value}' is no number of {ofWhat}; allowed: whole numbers 1 to {most}");
        });
        return option;
    }
}
