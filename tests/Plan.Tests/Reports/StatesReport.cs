using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>A sweep that still runs, of 3 style weights by 3 inits, with a cell of each kind: the places are row by row.</summary>
internal static class StatesReport
{
    public const string DroppedReason = "rung 1 of 3 (128 px): improvement 41.2 %, 7th of 9";

    /// <summary>Completed, same as the first, skipped; running, pending, failed; dropped with a result, dropped without, cancelled.</summary>
    public static Report Make()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2, 3], init: [content, gray, noise]}\ngrid: {rows: init, columns: styleWeight}");
        var plan = report.Plan;
        var first = plan.Cells.Single(cell => cell.Coordinates is [0, 0]).TrialId;
        plan = plan with
        {
            Cells =
            [
                .. plan.Cells.Where(cell => cell.Coordinates is not [2, 0])
                    .Select(cell => cell.Coordinates is [1, 0] ? cell with { TrialId = first } : cell),
            ],
        };
        string At(int column, int row) => plan.Cells.Single(cell => cell.Coordinates[0] == column && cell.Coordinates[1] == row).TrialId;
        return (report with { Plan = plan, Pages = NeuralStyle.Plan.Sheets.GridPages.Of(plan), IsPartial = true })
            .With(first, trial => trial with { State = TrialState.Completed, Reason = null, Picture = SampleReport.Picture(first) })
            .With(At(0, 1), trial => Without(trial, TrialState.Running) with { Progress = new TrialProgress(trial.Trial.Id, 40, 200, 0.5, 9, SampleReport.Start) })
            .With(At(1, 1), trial => Without(trial, TrialState.Pending))
            .With(At(2, 1), trial => Without(trial, TrialState.Failed) with { Reason = SampleReport.FailedReason })
            .With(At(0, 2), trial => trial with { State = TrialState.Dropped, Reason = DroppedReason })
            .With(At(1, 2), trial => Without(trial, TrialState.Dropped) with { Reason = DroppedReason })
            .With(At(2, 2), trial => Without(trial, TrialState.Cancelled) with { Reason = "the sweep was cancelled" });
    }

    private static ReportTrial Without(ReportTrial trial, TrialState state) => trial with { State = state, Reason = null, Record = null, Picture = null };
}
