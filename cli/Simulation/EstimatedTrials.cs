using System.Text.Json;
using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Cli.Simulation;

/// <summary>Trials that would be computed, as <c>nst plan --json</c> estimated them.</summary>
/// <param name="Seconds">The seconds of each, in planned order.</param>
/// <param name="Rungs">How many of them each rung of a search has; empty without a search.</param>
internal sealed record EstimatedTrials(IReadOnlyList<double> Seconds, IReadOnlyList<int> Rungs)
{
    /// <summary>Reads a plan. Of a rung whose trials are not known yet, each is taken for as long as all of them are on average.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="bytes">The file.</param>
    /// <exception cref="UsageException">It is no plan, or a trial's seconds are not known.</exception>
    public static EstimatedTrials Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var plan = JsonDocument.Parse(bytes);
            var planned = plan.RootElement.GetProperty("trials").EnumerateArray().Select(trial => SecondsOf(name, trial)).ToList();
            var rungs = plan.RootElement.TryGetProperty("rungs", out var all) && all.ValueKind == JsonValueKind.Array
                ? RungsOf(name, planned, [.. all.EnumerateArray()])
                : [planned];
            var computed = rungs.Select(rung => rung.Where(seconds => seconds > 0).ToList()).Where(rung => rung.Count > 0).ToList();
            return computed.Count > 0
                ? new EstimatedTrials([.. computed.SelectMany(rung => rung)], computed.Count > 1 ? [.. computed.Select(rung => rung.Count)] : [])
                : throw new UsageException($"'{name}' has no trial that would be computed");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new UsageException($"'{name}' is not what nst plan --json prints: {exception.Message}");
        }
    }

    // What was cut, and what is reused, takes no time.
    private static double SecondsOf(string name, JsonElement trial)
    {
        if (trial.TryGetProperty("notRun", out var reason) && reason.ValueKind == JsonValueKind.String)
            return 0;
        return trial.TryGetProperty("seconds", out var value) && value.ValueKind != JsonValueKind.Null
            ? value.GetDouble()
            : throw new UsageException($"'{name}' has a trial whose seconds are not known; nst plan without records and with images measures them");
    }

    // Those whose trials are known come first, and have theirs in the list of trials.
    private static List<List<double>> RungsOf(string name, List<double> planned, IReadOnlyList<JsonElement> rungs)
    {
        var (found, taken) = (new List<List<double>>(), 0);
        foreach (var rung in rungs)
        {
            var trials = rung.GetProperty("trials").GetInt32();
            if (trials < 0 || trials > SimulationOptions.MostTrials)
                throw new UsageException($"'{name}' has a rung of {trials} trials; allowed are 0 to {SimulationOptions.MostTrials}");
            if (rung.GetProperty("isKnown").GetBoolean())
            {
                found.Add([.. planned.Skip(taken).Take(trials)]);
                taken += trials;
            }
            else if (rung.TryGetProperty("seconds", out var seconds) && seconds.ValueKind != JsonValueKind.Null)
                found.Add([.. Enumerable.Repeat(trials == 0 ? 0 : seconds.GetDouble() / trials, trials)]);
            else
                throw new UsageException($"'{name}' has a rung whose seconds are not known; nst plan without records and with images measures them");
        }

        return taken == planned.Count
            ? found
            : throw new UsageException($"'{name}' has {planned.Count} trials and {taken} in its rungs; it is not what nst plan --json prints");
    }
}
