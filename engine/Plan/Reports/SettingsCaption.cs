using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>The settings that all trials of a sweep share, in words: the caption of the sheet.</summary>
public static class SettingsCaption
{
    /// <summary>The caption, one line or two, rendered from the parameters that are executed.</summary>
    public static IReadOnlyList<string> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [];
    }
}
