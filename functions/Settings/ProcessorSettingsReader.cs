using System.Globalization;
using Microsoft.Extensions.Configuration;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Functions.Orchestrations;

namespace NeuralStyle.Functions.Settings;

/// <summary>Reads <see cref="ProcessorSettings"/> from the app's configuration, and says everything that is wrong with it at once.</summary>
public static class ProcessorSettingsReader
{
    /// <summary>The section's name; as an environment variable <c>Processor__Window</c> and so on.</summary>
    public const string Section = "Processor";

    private static readonly string[] Known =
    [
        nameof(ProcessorSettings.Window), nameof(ProcessorSettings.Dispatch), nameof(ProcessorSettings.TrialTimeout),
        nameof(ProcessorSettings.MaxEnqueues), nameof(ProcessorSettings.Device), nameof(ProcessorSettings.Threads),
        nameof(ProcessorSettings.Batch), nameof(ProcessorSettings.CheckpointInterval), nameof(ProcessorSettings.StorePatience),
        nameof(ProcessorSettings.StallTimeout), nameof(ProcessorSettings.WeightsPath), nameof(ProcessorSettings.SheetInterval),
        nameof(ProcessorSettings.HistoryLimit), nameof(ProcessorSettings.Workers), nameof(ProcessorSettings.HourlyRate),
        nameof(ProcessorSettings.Currency), nameof(ProcessorSettings.LinkLifetime), nameof(ProcessorSettings.HistoryDays),
        nameof(ProcessorSettings.PurgeLimit),
    ];

    /// <summary>Reads the settings; what is not set has its default.</summary>
    /// <exception cref="SettingsException">Something is wrong with them.</exception>
    public static ProcessorSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var problems = section.GetChildren()
            .Where(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{Section}__{child.Key} is not a setting; allowed are {string.Join(", ", Known)}.")
            .ToList();
        var defaults = new ProcessorSettings();
        var settings = new ProcessorSettings
        {
            Window = Integer(section, nameof(ProcessorSettings.Window), 1, 256, problems) ?? defaults.Window,
            Dispatch = Dispatch(section, problems) ?? defaults.Dispatch,
            TrialTimeout = Time(section, nameof(ProcessorSettings.TrialTimeout), TimeSpan.FromSeconds(10), TimeSpan.FromDays(7), problems)
                ?? defaults.TrialTimeout,
            MaxEnqueues = Integer(section, nameof(ProcessorSettings.MaxEnqueues), 1, 10, problems) ?? defaults.MaxEnqueues,
            Device = Device(section, problems) ?? defaults.Device,
            Threads = Integer(section, nameof(ProcessorSettings.Threads), 1, 1024, problems),
            Batch = Integer(section, nameof(ProcessorSettings.Batch), 1, ProcessorSettings.LargestBatch, problems) ?? defaults.Batch,
            CheckpointInterval = Time(section, nameof(ProcessorSettings.CheckpointInterval), TimeSpan.Zero, TimeSpan.FromDays(1), problems)
                ?? defaults.CheckpointInterval,
            StorePatience = Time(section, nameof(ProcessorSettings.StorePatience), TimeSpan.Zero, TimeSpan.FromHours(1), problems)
                ?? defaults.StorePatience,
            StallTimeout = StallTimeout(section, problems) ?? defaults.StallTimeout,
            WeightsPath = Weights(section, problems),
            SheetInterval = Time(section, nameof(ProcessorSettings.SheetInterval), TimeSpan.Zero, TimeSpan.FromDays(1), problems)
                ?? defaults.SheetInterval,
            HistoryLimit = Integer(section, nameof(ProcessorSettings.HistoryLimit), 10, 100_000, problems) ?? defaults.HistoryLimit,
            Workers = Integer(section, nameof(ProcessorSettings.Workers), 1, 1024, problems) ?? defaults.Workers,
            HourlyRate = Rate(section, problems),
            Currency = Currency(section, problems) ?? defaults.Currency,
            LinkLifetime = Time(section, nameof(ProcessorSettings.LinkLifetime), TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), problems)
                ?? defaults.LinkLifetime,
            HistoryDays = Integer(section, nameof(ProcessorSettings.HistoryDays), 1, 3650, problems) ?? defaults.HistoryDays,
            PurgeLimit = Integer(section, nameof(ProcessorSettings.PurgeLimit), 1, 100_000, problems) ?? defaults.PurgeLimit,
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static int? Integer(IConfigurationSection section, string name, int lowest, int highest, List<string> problems)
    {
        if (Text(section, name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= lowest && value <= highest)
            return value;
        problems.Add($"{Section}__{name} is '{text}'; allowed are whole numbers from {lowest} to {highest}.");
        return null;
    }

    private static double? Rate(IConfigurationSection section, List<string> problems)
    {
        if (Text(section, nameof(ProcessorSettings.HourlyRate)) is not { } text)
            return null;
        if (ProcessorSettings.TryReadHourlyRate(text, out var rate))
            return rate;
        problems.Add($"{Section}__HourlyRate is '{text}'; allowed are {ProcessorSettings.AllowedHourlyRates}.");
        return null;
    }

    private static string? Currency(IConfigurationSection section, List<string> problems)
    {
        if (Text(section, nameof(ProcessorSettings.Currency)) is not { } text || ProcessorSettings.IsCurrency(text))
            return Text(section, nameof(ProcessorSettings.Currency));
        problems.Add($"{Section}__Currency is '{text}'; allowed are {ProcessorSettings.AllowedCurrencies}.");
        return null;
    }

    private static TrialDispatch? Dispatch(IConfigurationSection section, List<string> problems)
    {
        if (Text(section, nameof(ProcessorSettings.Dispatch)) is not { } text)
            return null;
        var names = Enum.GetNames<TrialDispatch>();
        if (names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<TrialDispatch>(found);
        problems.Add($"{Section}__Dispatch is '{text}'; allowed are {string.Join(", ", names)}.");
        return null;
    }

    private static TimeSpan? Time(IConfigurationSection section, string name, TimeSpan lowest, TimeSpan highest, List<string> problems)
    {
        if (Text(section, name) is not { } text)
            return null;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest)
            return value;
        problems.Add($"{Section}__{name} is '{text}'; allowed are {lowest:c} to {highest:c}, as [days.]hours:minutes:seconds.");
        return null;
    }

    private static TimeSpan? StallTimeout(IConfigurationSection section, List<string> problems)
    {
        var time = Time(section, nameof(ProcessorSettings.StallTimeout), TimeSpan.Zero, TimeSpan.FromDays(1), problems);
        if (time is not { } given || given == TimeSpan.Zero || given >= ProcessorSettings.LeastStallTimeout)
            return time;
        problems.Add(
            $"{Section}__{nameof(ProcessorSettings.StallTimeout)} is '{Text(section, nameof(ProcessorSettings.StallTimeout))}'; allowed are 0 for no limit, "
            + $"and {ProcessorSettings.LeastStallTimeout:c} or longer: an evaluation must have its time.");
        return null;
    }

    private static string? Device(IConfigurationSection section, List<string> problems)
    {
        if (Text(section, nameof(ProcessorSettings.Device)) is not { } text)
            return null;
        var number = text.StartsWith("cuda:", StringComparison.Ordinal) ? text[5..] : null;
        if (text is "cpu" or "cuda" || (number is { Length: 1 or 2 } && number.All(char.IsAsciiDigit)))
            return text;
        problems.Add($"{Section}__Device is '{text}'; allowed are cpu, cuda and cuda:N.");
        return null;
    }

    private static string? Weights(IConfigurationSection section, List<string> problems)
    {
        if (Text(section, nameof(ProcessorSettings.WeightsPath)) is not { } paths)
            return null;
        foreach (var path in WeightsLibrary.PathsOf(paths).Where(path => !File.Exists(path)))
        {
            problems.Add(
                $"{Section}__WeightsPath has '{path}', which is no file; allowed are a weights file of VGG-19 or VGG-16, "
                + $"both with '{WeightsLibrary.Separator}' between them, or nothing.");
        }

        return paths;
    }

    private static string? Text(IConfigurationSection section, string name) =>
        string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();
}
