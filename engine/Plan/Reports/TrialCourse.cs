using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>What tables say of a trial's evaluations, so that the rest of them need not be held.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record TrialCourse(int Count, EvaluationRecord First, EvaluationRecord Last)
{
    /// <summary>The course of a record; null where it has no evaluation.</summary>
    public static TrialCourse? Of(TrialRecord? record) =>
        record is { Evaluations: { Count: > 0 } all } ? new TrialCourse(all.Count, all[0], all[^1]) : null;
}
