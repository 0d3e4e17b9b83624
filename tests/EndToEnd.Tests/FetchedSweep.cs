using System.Text.Json;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>What <c>nst fetch</c> or <c>nst run</c> left in folders.</summary>
internal sealed class FetchedSweep(string results, string trials)
{
    public SweepPlan Plan => Read<SweepPlan>(Path.Combine(results, "plan.json"));

    public SweepStatus Status => Read<SweepStatus>(Path.Combine(results, "status.json"));

    public byte[] Sheet => File.ReadAllBytes(Path.Combine(results, "sheet.png"));

    public string ResultPath(string name) => Path.Combine(results, name);

    public TrialRecord Record(string trialId) => Read<TrialRecord>(Path.Combine(trials, trialId, "record.json"));

    public byte[] Image(string trialId) => File.ReadAllBytes(Path.Combine(trials, trialId, "image.png"));

    private static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), PlanJson.Compact)!;
}
