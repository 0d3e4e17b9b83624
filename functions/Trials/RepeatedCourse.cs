using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>Which evaluations two runs of one trial both computed: from where the later of them began, to where the earlier of them ended.</summary>
internal static class RepeatedCourse
{
    /// <summary>What a run that ended without warning had computed beyond the checkpoint that another goes on from; null where that is nothing.</summary>
    /// <param name="left">The progress that it left.</param>
    /// <param name="evaluationsBefore">Evaluations of the checkpoint; 0 where the trial begins anew.</param>
    /// <param name="secondsBefore">Seconds of work up to there.</param>
    public static RepeatedWork? BrokenOff(TrialProgress left, int evaluationsBefore, double secondsBefore) =>
        left.Evaluation <= evaluationsBefore
            ? null
            : new RepeatedWork(
                left.TrialId,
                RepeatedWorkReason.BrokenOff,
                left.Evaluation - evaluationsBefore,
                Math.Max(0, left.Seconds - secondsBefore),
                left.StartedAt ?? left.UpdatedAt);

    /// <summary>What a run computed that another had computed by the time it looked; null where that is nothing.</summary>
    /// <param name="other">The record of the other.</param>
    /// <param name="own">All evaluations of the run, those of before its checkpoint included.</param>
    /// <param name="evaluationsBefore">Evaluations of the checkpoint that the run went on from.</param>
    /// <param name="startedAt">When the run began.</param>
    public static RepeatedWork? Overtaken(TrialRecord other, IReadOnlyList<EvaluationRecord> own, int evaluationsBefore, DateTimeOffset startedAt)
    {
        var (first, last) = (Math.Max(evaluationsBefore, EvaluationsBefore(other)), Math.Min(own.Count, other.Evaluations.Count));
        return last <= first
            ? null
            : new RepeatedWork(
                other.TrialId, RepeatedWorkReason.Overtaken, last - first, own[last - 1].Seconds - (first == 0 ? 0 : own[first - 1].Seconds), startedAt);
    }

    /// <summary>What a run whose record was replaced had computed as the run of the new record has; null where that is nothing.</summary>
    public static RepeatedWork? Replaced(TrialRecord record, TrialRecord replaced) =>
        Overtaken(record, replaced.Evaluations, EvaluationsBefore(replaced), replaced.StartedAt);

    private static int EvaluationsBefore(TrialRecord record) =>
        record.Events.Where(seen => seen.Kind == TrialEventKind.Resumed).Select(seen => seen.Evaluation).DefaultIfEmpty().Max();
}
