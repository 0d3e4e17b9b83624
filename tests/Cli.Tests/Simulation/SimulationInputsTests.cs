using System.Globalization;
using System.Text.Json;
using NeuralStyle.Cli.Tests.Commands;

namespace NeuralStyle.Cli.Tests.Simulation;

/// <summary>Each option of <c>nst simulate</c> is the assumption of its name, and no other.</summary>
public sealed class SimulationInputsTests
{
    // Follows from others, and what is not of the options but of the trials.
    private static readonly string[] NoOptions = ["effectiveWindow", "trialSeconds", "rungs"];

    private readonly NstTool _nst = new(string.Empty);

    public static TheoryData<string, double, string> Options { get; } = new()
    {
        { "--window", 5, "window" },
        { "--min", 2, "minReplicas" },
        { "--max", 3, "maxReplicas" },
        { "--queue-length", 6, "queueLength" },
        { "--polling", 7.5, "pollingSeconds" },
        { "--scale-out-step", 8, "scaleOutStep" },
        { "--scale-in", 9.5, "scaleInSeconds" },
        { "--pull", 10.5, "pullSeconds" },
        { "--start", 11.5, "startSeconds" },
        { "--activities-per-second", 12.5, "activitiesPerSecond" },
        { "--activities-per-trial", 13.5, "activitiesPerTrial" },
        { "--events-per-second", 14.5, "eventsPerSecond" },
        { "--kills-per-hour", 15.5, "killsPerHour" },
        { "--lost", 16.5, "lostSeconds" },
        { "--return", 17.5, "returnSeconds" },
        { "--seed", 18, "seed" },
        { "--processors", 19.5, "processors" },
        { "--memory", 20.5, "gibibytes" },
        { "--gpu-second", 21.5, "gpuSecond" },
        { "--processor-second", 22.5, "processorSecond" },
        { "--gib-second", 23.5, "gibibyteSecond" },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Options_OneIsGiven_ChangesTheAssumptionOfItsNameAlone(string option, double value, string assumption)
    {
        var without = FieldsOf(await SimulateAsync());

        var with = FieldsOf(await SimulateAsync(option, Text(value)));

        var changed = Assert.Single(with.Except(without), field => !NoOptions.Contains(field.Key));
        Assert.Equal((assumption, Text(value)), (changed.Key, changed.Value));
    }

    [Fact]
    public async Task Options_AllAreGiven_AreAllAssumptionsAndTheirCost()
    {
        var report = await SimulateAsync([.. Options.SelectMany(row => (string[])[row.Data.Item1, Text(row.Data.Item2)])]);

        Assert.Equal(
            Options.Select(row => KeyValuePair.Create(row.Data.Item3, Text(row.Data.Item2))).OrderBy(field => field.Key, StringComparer.Ordinal),
            FieldsOf(report).Where(field => !NoOptions.Contains(field.Key)).OrderBy(field => field.Key, StringComparer.Ordinal));
        var sweep = report.GetProperty("sweeps")[0];
        Assert.Equal(
            sweep.GetProperty("result").GetProperty("replicaSeconds").GetDouble() * (21.5 + (19.5 * 22.5) + (20.5 * 23.5)),
            sweep.GetProperty("cost").GetDouble(),
            6);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> FieldsOf(JsonElement report) => report.GetProperty("assumptions").EnumerateObject()
        .Concat(report.GetProperty("rates").EnumerateObject())
        .Where(field => field.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(field => field.Name, field => field.Value.GetRawText());

    private async Task<JsonElement> SimulateAsync(params string[] options)
    {
        var (exitCode, output) = await _nst.RunAsync(["simulate", "--trials", "3", "--seconds", "10", .. options, "--json"]);
        Assert.True(exitCode == 0, output);
        return JsonDocument.Parse(output).RootElement;
    }
}
