using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>How far a running trial is, in words.</summary>
public static class ProgressWords
{
    /// <summary>E.g. <c>evaluation 40 of 200, scale 1 of 2</c>.</summary>
    public static string Of(TrialProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var evaluation = $"evaluation {Figures.Count(progress.Evaluation)} of {Figures.Count(progress.Iterations)}";
        return progress.Scales > 1 ? $"{evaluation}, scale {Figures.Count(progress.Scale)} of {Figures.Count(progress.Scales)}" : evaluation;
    }
}
