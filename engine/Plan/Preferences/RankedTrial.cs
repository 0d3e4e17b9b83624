namespace NeuralStyle.Plan.Preferences;

/// <summary>A trial's place in a ranking.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Rank">Its place among those that it can be compared with, from 1.</param>
/// <param name="Strength">
/// Its Bradley-Terry strength: the logarithm of its odds against the average of those that it can be compared with, which is 0. Of two
/// trials, the odds are exp(difference).
/// </param>
/// <param name="Error">Standard error of the strength.</param>
/// <param name="Wins">Votes for it.</param>
/// <param name="Losses">Votes for the other one.</param>
/// <param name="Ties">Votes for neither.</param>
public sealed record RankedTrial(string TrialId, int Rank, double Strength, double Error, int Wins, int Losses, int Ties)
{
    // The normal distribution's 97.5 % quantile.
    private const double Quantile = 1.959963984540054;

    /// <summary>Lower end of the strength's 95 % interval.</summary>
    public double Low => Strength - (Quantile * Error);

    /// <summary>Upper end of the strength's 95 % interval.</summary>
    public double High => Strength + (Quantile * Error);

    /// <summary>Votes that it is in.</summary>
    public int Votes => Wins + Losses + Ties;

    /// <summary>Whether the intervals have strengths in common, so that the votes don't tell which is better.</summary>
    /// <param name="other">Another trial.</param>
    public bool Overlaps(RankedTrial other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Low <= other.High && other.Low <= High;
    }
}
