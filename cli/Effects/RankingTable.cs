using System.Globalization;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Effects;

/// <summary>A ranking as text.</summary>
internal static class RankingTable
{
    public static async Task WriteAsync(TextWriter output, SweepPlan plan, PreferenceRanking ranking)
    {
        var compared = ranking.Groups.Sum(group => group.Count);
        await output.WriteLineAsync($"{plan.Sweep}: {ranking.Votes} votes on {compared} of {plan.Compared().Count} trials");
        if (ranking.Unknown.Count > 0)
            await output.WriteLineAsync($"left out: votes on trials that the sweep does not have: {Shown.List(ranking.Unknown)}");
        if (ranking.Groups.Count > 1)
            await output.WriteLineAsync($"the votes fall into {ranking.Groups.Count} groups that nobody compared: their ranks and strengths don't compare");
        foreach (var group in ranking.Groups)
            await WriteAsync(output, plan, group);

        await output.WriteLineAsync();
        if (ranking.Groups.Count > 0)
        {
            await output.WriteLineAsync("strength: log-odds against the average of the group (Bradley-Terry; a tie is half a win of each; each trial has one tie with an");
            await output.WriteLineAsync("imagined trial of strength 0 as a prior); interval: 95 %, normal approximation");
        }

        if (ranking.Next is { } next)
            await output.WriteLineAsync($"to compare next: {LabelOf(plan, next.A)} ({next.A}) with {LabelOf(plan, next.B)} ({next.B})");
    }

    private static async Task WriteAsync(TextWriter output, SweepPlan plan, IReadOnlyList<RankedTrial> group)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{"rank",4}  {"strength",8}  {"95 % interval",-16}  {"won",3} {"lost",4} {"tied",4}  trial");
        foreach (var trial in group)
        {
            var interval = string.Create(CultureInfo.InvariantCulture, $"{trial.Low:0.00} to {trial.High:0.00}");
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{trial.Rank,4}  {trial.Strength,8:0.00}  {interval,-16}  {trial.Wins,3} {trial.Losses,4} {trial.Ties,4}  {trial.TrialId} {LabelOf(plan, trial.TrialId)}"));
        }
    }

    /// <summary>The values on the axes of the first cell of a trial.</summary>
    private static string LabelOf(SweepPlan plan, string trialId)
    {
        var cell = plan.Cells.FirstOrDefault(cell => cell.TrialId == trialId);
        return cell is null ? trialId : string.Join(", ", plan.Axes.Select((axis, index) => $"{axis.Name} {axis.Labels[cell.Coordinates[index]]}"));
    }
}
