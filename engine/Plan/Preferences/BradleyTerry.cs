namespace NeuralStyle.Plan.Preferences;

/// <summary>Fits the Bradley-Terry model; see <see cref="PreferenceRanking"/> for what it assumes.</summary>
internal static class BradleyTerry
{
    private const double Tolerance = 1e-12;
    private const int MostRounds = 100_000;

    /// <summary>The strengths that maximize the posterior, and their covariance.</summary>
    /// <param name="tally">The votes.</param>
    /// <param name="priorTies">Ties of each trial with an imagined trial of strength 0; above 0.</param>
    public static BradleyTerryFit Fit(VoteTally tally, double priorTies)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorTies);
        var strengths = Strengths(tally, priorTies);
        return new BradleyTerryFit(tally, strengths, Covariance(tally, strengths, priorTies));
    }

    /// <summary>
    /// Hunter's MM step: w_i = W_i / sum_j n_ij / (w_i + w_j), with w = exp(strength), W_i the wins and half the ties of i, n_ij the votes on
    /// the pair; the imagined trial is one more j, whose w stays 1. Each step raises the posterior.
    /// </summary>
    private static double[] Strengths(VoteTally tally, double priorTies)
    {
        var count = tally.TrialIds.Count;
        var wins = Enumerable.Range(0, count).Select(index => tally.WinsOf(index) + (0.5 * (tally.TiesOf(index) + priorTies))).ToArray();
        var weights = Enumerable.Repeat(1.0, count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var change = 0.0;
            for (var index = 0; index < count; index++)
            {
                var sum = priorTies / (weights[index] + 1);
                for (var other = 0; other < count; other++)
                {
                    if (other != index && tally.Between(index, other) is > 0 and var votes)
                        sum += votes / (weights[index] + weights[other]);
                }

                var next = wins[index] / sum;
                change = Math.Max(change, Math.Abs(next - weights[index]) / weights[index]);
                weights[index] = next;
            }

            if (change < Tolerance)
                break;
        }

        return [.. weights.Select(weight => Math.Log(weight))];
    }

    /// <summary>The inverse of the negative second derivatives of the log posterior.</summary>
    private static double[,] Covariance(VoteTally tally, double[] strengths, double priorTies)
    {
        var count = strengths.Length;
        var information = new double[count, count];
        for (var index = 0; index < count; index++)
        {
            information[index, index] += priorTies * Information(strengths[index]);
            for (var other = 0; other < index; other++)
            {
                var part = tally.Between(index, other) * Information(strengths[index] - strengths[other]);
                information[index, other] = information[other, index] = -part;
                information[index, index] += part;
                information[other, other] += part;
            }
        }

        return PositiveMatrix.Inverse(information);
    }

    /// <summary>What one vote tells of a difference of strengths: p (1 - p), at most a quarter.</summary>
    internal static double Information(double difference)
    {
        var probability = 1 / (1 + Math.Exp(-difference));
        return probability * (1 - probability);
    }
}
