namespace NeuralStyle.Plan.Searches;

/// <summary>Where a trial stands among those of its rung.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Place">Its place, from 1, the best first.</param>
/// <param name="MeanRank">The mean of its ranks; the lower, the better.</param>
/// <param name="Ranks">Its rank by each criterion that counts, by the criterion's name; equal values share the mean of their ranks.</param>
public sealed record JudgedTrial(string TrialId, int Place, double MeanRank, IReadOnlyList<(string Criterion, double Rank)> Ranks);
