using System.CommandLine;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Cli.Commands;

/// <summary>The options of commands that compute, or say what computing would cost, over the settings of the environment.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<FileInfo[]> _weights = SharedOptions.Weights();
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<int?> _batch = SharedOptions.Batch();
    private readonly Option<string?> _hourlyRate = new("--hourly-rate")
    {
        Description = "What an hour of one worker costs, for estimates and limits.maxCost; as Processor__HourlyRate.",
    };

    private readonly Option<string?> _currency = new("--currency") { Description = "The currency of --hourly-rate, a label such as EUR; as Processor__Currency." };

    public SettingsOptions()
    {
        _hourlyRate.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ProcessorSettings.TryReadHourlyRate(token.Value, out _))
                result.AddError($"--hourly-rate '{token.Value}' is no rate; allowed: {ProcessorSettings.AllowedHourlyRates}");
        });
        _currency.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ProcessorSettings.IsCurrency(token.Value))
                result.AddError($"--currency '{token.Value}' is no label of a currency; allowed: {ProcessorSettings.AllowedCurrencies}");
        });
    }

    /// <summary>Gives a command these options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="batches">Whether it runs trials, and so may batch them.</param>
    public void AddTo(Command command, bool batches = false)
    {
        foreach (var option in (Option[])[_weights, _device, _threads, .. batches ? (Option[])[_batch] : [], _hourlyRate, _currency])
            command.Add(option);
    }

    /// <summary>The settings that a command line gives.</summary>
    public ProcessorSettings Read(CommandContext context, ParseResult parsed)
    {
        var settings = SharedOptions.Settings(
            context, parsed.GetValue(_weights), parsed.GetValue(_device), parsed.GetValue(_threads), parsed.GetValue(_batch));
        var rate = parsed.GetValue(_hourlyRate) is { } text && ProcessorSettings.TryReadHourlyRate(text, out var given) ? given : settings.HourlyRate;
        return settings with { HourlyRate = rate, Currency = parsed.GetValue(_currency) ?? settings.Currency };
    }
}
