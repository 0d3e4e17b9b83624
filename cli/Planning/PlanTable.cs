using System.Globalization;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Planning;

/// <summary>A plan as text.</summary>
internal static class PlanTable
{
    public static async Task WriteAsync(TextWriter output, SweepPlan plan, SweepEstimate estimate)
    {
        await output.WriteLineAsync($"{plan.Sweep}: {plan.Cells.Count} cells, {plan.Trials.Count} trials");
        foreach (var axis in plan.Axes)
            await output.WriteLineAsync($"  {axis.Name}: {string.Join(" | ", axis.Labels)}");
        await output.WriteLineAsync(
            $"  rows: {Names(plan.Grid.Rows)}; columns: {Names(plan.Grid.Columns)}; pages: {Names(plan.Grid.Pages)}");
        await output.WriteLineAsync();

        var cells = plan.Cells.ToLookup(cell => cell.TrialId);
        foreach (var trial in estimate.Trials)
        {
            var labels = cells[trial.Trial.Id].Select(cell => LabelOf(plan, cell));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{trial.Trial.Id}  {trial.Width,4} x {trial.Height,-4}  {trial.Seconds,7:0.0} s  {trial.Mebibytes,6:0} MiB  {string.Join(" = ", labels)}"));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"estimated {estimate.Seconds:0} s in all, {estimate.PeakMebibytes:0} MiB at most, at this machine's speed, measured just now"));
    }

    private static string LabelOf(SweepPlan plan, SweepCell cell) => cell.Coordinates.Count == 0
        ? "the only setting"
        : string.Join(", ", plan.Axes.Select((axis, i) => $"{axis.Name} {axis.Labels[cell.Coordinates[i]]}"));

    private static string Names(IReadOnlyList<string> axes) => axes.Count == 0 ? "none" : string.Join(", ", axes);
}
