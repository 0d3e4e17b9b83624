using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Stylization;

/// <summary>How the image is changed: the trial's own way, or what trouble has made of it.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="LearningRate">Before its schedule.</param>
/// <param name="MaxRateFactor">The schedule's factor is at most this.</param>
/// <param name="Clamps">Whether the image is brought back to 0..1 after each step.</param>
internal sealed record DescentMethod(OptimizerKind Optimizer, double LearningRate, double MaxRateFactor, bool Clamps)
{
    /// <summary>The trial's own.</summary>
    public static DescentMethod Of(TrialParameters parameters) =>
        new(parameters.Optimizer, parameters.LearningRate, double.PositiveInfinity, parameters.Clamp == ClampMode.Step);

    /// <summary>Whether steps are line searches, which take several evaluations.</summary>
    public bool Searches(TrialParameters parameters) =>
        Optimizer == OptimizerKind.Lbfgs && parameters.LineSearch == LineSearchKind.StrongWolfe;

    /// <summary>The learning rate under a factor of its schedule.</summary>
    public double RateAt(double factor) => LearningRate * Math.Min(factor, MaxRateFactor);

    /// <summary>A new optimizer.</summary>
    public IOptimizer Create(TrialParameters parameters) => Optimizer switch
    {
        OptimizerKind.Lbfgs => new LbfgsOptimizer(new LbfgsOptions
        {
            LearningRate = LearningRate,
            HistorySize = parameters.HistorySize,
            LineSearch = parameters.LineSearch,
        }),
        OptimizerKind.Adam => new AdamOptimizer(new AdamOptions
        {
            LearningRate = LearningRate,
            Beta1 = parameters.Beta1,
            Beta2 = parameters.Beta2,
            Epsilon = parameters.Epsilon,
        }),
        _ => throw new InvalidOperationException($"Optimizer {Optimizer} has no implementation."),
    };
}
