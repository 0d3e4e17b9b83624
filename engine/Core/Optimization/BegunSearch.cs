namespace NeuralStyle.Engine.Optimization;

/// <summary>A line search of L-BFGS that was broken off: what its first length is chosen by. All else is as it was when it began.</summary>
/// <param name="GradientSum">Sum of the magnitudes of the gradient where it begins, not scaled.</param>
/// <param name="StepSum">Sum of the magnitudes of the step before, where that was made without pairs too; else 0.</param>
public sealed record BegunSearch(double GradientSum, double StepSum);
