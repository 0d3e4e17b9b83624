using NeuralStyle.Plan.Effects.Runs;

namespace NeuralStyle.Cli.Effects;

/// <summary>The judgement of another system's recorded runs as text.</summary>
internal static class RunsReport
{
    public static async Task WriteAsync(TextWriter output, RecordedRuns runs, RunsJudgement judgement)
    {
        await output.WriteLineAsync($"{runs.Source}: {runs.Executed.Count} runs, {runs.Labels.Count} published labels");
        await output.WriteLineAsync($"baseline: {string.Join("; ", judgement.Baseline.Factors.Select(factor => $"{factor.Key} {factor.Value}"))}");
        await output.WriteLineAsync("  (published defaults; where no run has them, or none was published, the most frequent value)");
        if (judgement.BaselineRuns.Count > 0)
            await output.WriteLineAsync($"  run as: {string.Join(", ", judgement.BaselineRuns)}");
        await output.WriteLineAsync();
        await WarningLines.WriteAsync(output, judgement.Warnings);
        foreach (var note in judgement.Notes)
            await output.WriteLineAsync($"not judged: {note}");
    }
}
