namespace NeuralStyle.Plan.Estimates;

/// <summary>What a trial of a sweep is expected to ask for.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Width">Pixels across at its own scale.</param>
/// <param name="Height">Pixels down at its own scale.</param>
/// <param name="Evaluations">Evaluations of all its scales; fewer where it stops early.</param>
/// <param name="Time">Seconds of all its scales.</param>
/// <param name="PeakBytes">Bytes that it adds to a process at the worst moment; see <see cref="TrialMemory"/>.</param>
/// <param name="Cost">What it costs; null where seconds or rate are not known.</param>
public sealed record TrialForecast(
    string TrialId, int Width, int Height, int Evaluations, TimeEstimate Time, long PeakBytes, double? Cost)
{
    /// <summary>The rung of a search that it is of, from 0; 0 without a search.</summary>
    public int Rung { get; init; }

    /// <summary>Whether it ended before and is not computed again.</summary>
    public bool IsReused => Time.Source == EstimateSource.Reused;
}
