namespace NeuralStyle.Plan.Preferences;

/// <summary>The model fitted to votes.</summary>
/// <param name="Tally">The votes.</param>
/// <param name="Strengths">Strengths in the order of the tally's trials; 0 is the imagined trial.</param>
/// <param name="Covariance">Their covariance.</param>
internal sealed record BradleyTerryFit(VoteTally Tally, double[] Strengths, double[,] Covariance)
{
    /// <summary>Variance of a trial's strength less the mean of all.</summary>
    public double CenteredVariance(int index)
    {
        var count = Strengths.Length;
        var (own, all) = (0.0, 0.0);
        for (var row = 0; row < count; row++)
        {
            own += Covariance[index, row];
            for (var column = 0; column < count; column++)
                all += Covariance[row, column];
        }

        return Math.Max(0, Covariance[index, index] - (2 * own / count) + (all / count / count));
    }
}
