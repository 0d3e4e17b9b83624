using System.Globalization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Verification;

/// <summary>What the numbers of a record say of each other.</summary>
internal static class RecordArithmetic
{
    // They were written without loss; only sums are done in another order.
    private const double Tolerance = 1e-9;

    /// <summary>The first contradiction; null where there is none.</summary>
    public static string? Problem(TrialRecord record)
    {
        var scale = 0;
        var starts = record.Events.Where(seen => seen.Kind == TrialEventKind.ScaleBegan).Select(seen => seen.Evaluation).ToHashSet();
        for (var index = 0; index < record.Evaluations.Count; index++)
        {
            if (starts.Contains(index))
                scale = index;
            if (Problem(record, index, record.Evaluations[scale].Total) is { } problem)
                return problem;
        }

        // One that was broken off counts up to its checkpoint, which is a little after an evaluation.
        if (record.Evaluations is [.., var last] && last.Seconds > record.Seconds && record.Events.All(seen => seen.Kind != TrialEventKind.Resumed))
            return Text($"seconds says {record.Seconds:R}, but the last evaluation was at {last.Seconds:R}");
        if (record.FinishedAt < record.StartedAt)
            return Text($"finishedAt says {record.FinishedAt:O}, before it began at {record.StartedAt:O}");
        return Best(record, scale);
    }

    private static string? Problem(TrialRecord record, int index, double first)
    {
        var evaluation = record.Evaluations[index];
        var place = $"evaluations[{index}]";
        if (evaluation.Evaluation != index + 1)
            return Text($"{place} says that it is number {evaluation.Evaluation}; true is {index + 1}");
        if (index > 0 && evaluation.Seconds < record.Evaluations[index - 1].Seconds)
            return Text($"{place}.seconds says {evaluation.Seconds:R}, before the evaluation before it at {record.Evaluations[index - 1].Seconds:R}");
        if (!double.IsFinite(evaluation.Total))
            return null;

        if (Differs(evaluation.Total, evaluation.Content + evaluation.Style + evaluation.Tv))
            return Text($"{place}.total says {evaluation.Total:R}; content, style and tv add up to {evaluation.Content + evaluation.Style + evaluation.Tv:R}");
        foreach (var (part, said) in ((LossPart, double)[])[(LossPart.Content, evaluation.Content), (LossPart.Style, evaluation.Style)])
        {
            var layers = record.Layers.Zip(evaluation.Layers).Where(layer => layer.First.Loss == part).Select(layer => layer.Second).ToList();
            if (evaluation.Layers.Count == record.Layers.Count && layers.Count > 0 && Differs(said, layers.Sum()))
                return Text($"{place}.{part.ToString().ToLowerInvariant()} says {said:R}; its layers add up to {layers.Sum():R}");
        }

        var improvement = evaluation.Total == first ? 0 : 100 * (1 - (evaluation.Total / first));
        return double.IsFinite(first) && double.IsFinite(improvement) && Math.Abs(improvement - evaluation.Improvement) > Tolerance * Math.Max(100, Math.Abs(improvement))
            ? Text($"{place}.improvement says {evaluation.Improvement:R} %; by its total and that of the scale's first evaluation it is {improvement:R} %")
            : null;
    }

    /// <summary>The best is kept of the last scale.</summary>
    private static string? Best(TrialRecord record, int scale)
    {
        if (record.BestEvaluation is not { } best)
            return null;
        var totals = record.Evaluations.Skip(scale).Where(evaluation => double.IsFinite(evaluation.Total)).ToList();
        var lowest = totals.MinBy(evaluation => evaluation.Total);
        return lowest is null || lowest.Evaluation == best || totals.Exists(evaluation => evaluation.Evaluation == best && evaluation.Total == lowest.Total)
            ? null
            : Text($"bestEvaluation says {best}; the lowest total is that of evaluation {lowest.Evaluation}");
    }

    private static bool Differs(double said, double truth) => Math.Abs(said - truth) > Tolerance * Math.Max(Math.Abs(said), Math.Abs(truth));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
