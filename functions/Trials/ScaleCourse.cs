using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;

namespace NeuralStyle.Functions.Trials;

/// <summary>Which scale of its ladder a trial works at, and how many evaluations it will have at most: fewer once a scale has ended early.</summary>
public sealed class ScaleCourse(IReadOnlyList<Scale> scales)
{
    /// <summary>The scale, from 1.</summary>
    public int Scale { get; private set; } = 1;

    /// <summary>Evaluations of all scales together, those done and those to come.</summary>
    public int Evaluations { get; private set; } = scales.Sum(scale => scale.Iterations);

    /// <summary>Follows what happens to the trial.</summary>
    public void OnEvent(TrialEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Kind)
        {
            case TrialEventKind.ScaleBegan when happened.Evaluation > 0 && Scale < scales.Count:
                Scale++;
                Evaluations = happened.Evaluation + scales.Skip(Scale - 1).Sum(scale => scale.Iterations);
                break;
            case TrialEventKind.Resumed:
                // Perhaps further, where a scale ended early and the beginning of the next was heard of again.
                Scale = Math.Max(Scale, At(happened.Evaluation));
                break;
            case TrialEventKind.StoppedEarly when Scale == scales.Count:
                Evaluations = happened.Evaluation;
                break;
            default:
                break;
        }
    }

    /// <summary>The scale of the evaluation after so many, where no scale ended early.</summary>
    private int At(int done)
    {
        var scale = 1;
        for (var end = scales[0].Iterations; scale < scales.Count && done >= end; scale++)
            end += scales[scale].Iterations;
        return scale;
    }
}
