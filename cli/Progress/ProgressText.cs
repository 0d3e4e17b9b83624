using System.Globalization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Cli.Progress;

/// <summary>A running trial's progress in words, the same wherever it is shown.</summary>
internal static class ProgressText
{
    /// <summary>E.g. <c>31/300, scale 2 of 3, loss 0.1234</c>.</summary>
    public static string Of(TrialProgress progress)
    {
        var scale = progress.Scales > 1 ? string.Create(CultureInfo.InvariantCulture, $", scale {progress.Scale} of {progress.Scales}") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Evaluation}/{progress.Iterations}{scale}, loss {progress.Total:G4}");
    }
}
