using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Translation;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Conventions.Translation;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst translate</c>: another system's weights as weights of ours, layer by layer.</summary>
internal static class TranslateCommand
{
    public static Command Create(CommandContext context)
    {
        var options = TranslationArguments.All.ToDictionary(
            argument => argument, argument => new Option<string?>(argument.Option) { Description = argument.Description });
        var json = SharedOptions.Json();
        var command = new Command("translate", "Translates weights from one system's meaning to another's: exactly, or refused with the reason.");
        foreach (var option in options.Values)
            command.Options.Add(option);
        command.Options.Add(json);
        command.SetAction(parsed => CommandGuard.RunAsync(context, async () =>
        {
            var request = TranslationRequest.Read(argument => parsed.GetValue(options[argument]));
            await WriteAsync(context, request, parsed.GetValue(json));
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task WriteAsync(CommandContext context, TranslationRequest request, bool json)
    {
        WeightTranslation translation;
        try
        {
            translation = request.Translate();
        }
        catch (WeightTranslationException exception)
        {
            throw new UsageException(string.Join("\nnst: ", exception.Reasons));
        }

        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(TranslationDocument.Of(request, translation), PlanJson.Readable));
        else
            await TranslationTable.WriteAsync(context.Output, request, translation);
    }
}
